import assert from 'node:assert/strict';
import { stepsMarkdown } from '../../../src/engine/index';

describe('what a fix leaves to a person', () => {
  it('is a list with commands to copy, each once', () => {
    const notes = [
      'npm reads A_B from the environment. Start it from a shell that has read the file: set -a; . ./.env; set +a',
      'Give A, B to Vercel: grep A | vercel env add A; grep B | vercel env add B',
      'Yarn reads A_B from the environment. Start it from a shell that has read the file: set -a; . ./.env; set +a',
      'Its value is in <the> env file.',
    ];
    assert.equal(
      stepsMarkdown(notes),
      [
        '# What is left to do',
        '',
        '- npm reads A&#95;B from the environment. Start it from a shell that has read the file:',
        '- Yarn reads A&#95;B from the environment. Start it from a shell that has read the file:',
        '',
        '  ```sh',
        '  set -a; . ./.env; set +a',
        '  ```',
        '',
        '- Give A, B to Vercel:',
        '',
        '  ```sh',
        '  grep A | vercel env add A',
        '  grep B | vercel env add B',
        '  ```',
        '',
        '- Its value is in &#60;the&#62; env file.',
        '',
      ].join('\n'),
    );
  });
});
