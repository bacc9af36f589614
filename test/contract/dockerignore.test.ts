import assert from 'node:assert/strict';
import reference from '@balena/dockerignore';
import { dockerIgnored } from '../../src/engine/text/dockerignore';
import { seeded } from '../support/random';

describe('.dockerignore', () => {
  it('is read as another implementation reads it', () => {
    const next = seeded(7);
    const below = (count: number): number => Math.floor(next() * count);
    const steps = ['.env', '.env.*', '*', '**', 'a', 'b', 'a?', '*.env', '.e[mn]v', 'src', '.git'];
    const paths = [
      '.env',
      '.env.local',
      'a/.env',
      'a/b/.env',
      'src/a.env',
      'b',
      'src/b/a',
      '.git/config',
      'ab',
    ];
    for (let round = 0; round < 3000; round++) {
      const lines = Array.from({ length: 1 + below(4) }, () => {
        const own = Array.from({ length: 1 + below(3) }, () => steps[below(steps.length)]);
        return (below(4) === 0 ? '!' : '') + own.join('/');
      });
      const text = lines.join('\n');
      const other = reference().add(text);
      for (const path of paths)
        assert.equal(dockerIgnored(text)(path), other.ignores(path), JSON.stringify([text, path]));
    }
  });
});
