import assert from 'node:assert/strict';
import { minimatch } from 'minimatch';
import { globs } from '../../../src/engine/text/globs';
import { seeded } from '../../support/random';

const patterns = [
  ...['**/node_modules/**', '**/.git/**', 'a/**', '**/*.ts', '*.md', 'src/*/test/**', '**/x', '**'],
  ...['{a,b}/**', '!(a)/**', '[ab]*', 'a?b/**', '+(a)b', '@(a|b)/x', '#a', '!a/**', '\\*'],
];
const parts = [
  'a',
  'b',
  'x',
  '.git',
  '.gitignore',
  'node_modules',
  'src',
  'test',
  'c.ts',
  'd.md',
  'my.git',
  '*',
];

describe('globs', () => {
  it('match what minimatch does', () => {
    const random = seeded(7);
    let matched = 0;
    for (let n = 0; n < 4000; n++) {
      const length = 1 + Math.floor(random() * 4);
      const path = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join('/');
      for (const pattern of patterns) {
        const isMatch = minimatch(path, pattern, { dot: true });
        assert.equal(globs([pattern])(path), isMatch, `${pattern} ${path}`);
        if (isMatch) matched++;
      }
    }
    assert.ok(matched > 4000);
  });
});
