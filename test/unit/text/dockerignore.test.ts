import assert from 'node:assert/strict';
import { dockerIgnored } from '../../../src/engine/text/dockerignore';

describe('.dockerignore', () => {
  it('is not read as git reads an ignore file', () => {
    const cases: readonly (readonly [text: string, path: string, isIgnored: boolean])[] = [
      ['.env', '.env', true],
      ['.env', 'app/.env', false],
      ['**/.env', '.env', true],
      ['**/.env', 'a/b/.env', true],
      ['**/.env*', 'a/.env.local', true],
      ['*.env', '.env', true],
      ['*.env', 'a/.env', false],
      ['/.env/', '.env', true],
      ['  .env  ', '.env', true],
      ['.env # note', '.env', false],
      ['# .env', '.env', false],
      ['  # .env', '.env', false],
      ['\uFEFF.env\r\n', '.env', true],
      ['secrets', 'secrets/.env', true],
      ['*', 'a/b', true],
      ['*\n!src', 'src/.env', false],
      ['*\n!src\n**/.env', 'src/.env', true],
      ['**/.env\n!.env', '.env', false],
      ['./.env', '.env', true],
      ['a/../.env', '.env', true],
      ['.en?', '.env', true],
      ['.en[uv]', '.env', true],
      ['.en[', '.env', false],
      ['\\.env', '.env', true],
      ['**', '.env', true],
      ['.', '.env', false],
      ['', '.env', false],
      ['a.env', 'abenv', false],
    ];
    for (const [text, path, isIgnored] of cases)
      assert.equal(dockerIgnored(text)(path), isIgnored, JSON.stringify([text, path]));
  });
});
