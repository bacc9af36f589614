import assert from 'node:assert/strict';
import { decode, scanDocument } from '../../../src/engine/index';
import { madeKey } from '../../support/keys';

const key = madeKey('openai-project-key');
const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : Array.from(part, (one) => one.charCodeAt(0)),
    ),
  );

/** What an audit finds in the bytes, as texts. */
function found(path: string, file: Uint8Array): readonly string[] | undefined {
  const decoded = decode(file);
  if (decoded.kind === 'binary') return undefined;
  return scanDocument({ path, text: decoded.text }).map(({ span, message }) => {
    assert.match(message, /built in/);
    return decoded.text.slice(span.start, span.end);
  });
}

describe('compiled files', () => {
  const python = [0xcb, 0x0d, 0x0d, 0x0a, ...Array.from({ length: 12 }, () => 0), 0xe3, 0, 0, 0];
  const java = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 65, 0, 20];

  it('of Python: a text stands behind its length, and what follows may read as a part of it', () => {
    for (const type of [0xfa, 0xda, 0x7a, 0x5a])
      assert.deepEqual(
        found('a/b.cpython-313.pyc', bytes(...python, 'sabc', type, key.length, key, 'r', 5, 0, 0, 0)),
        [key],
      );
    const short = key.slice(0, 51);
    const { text } = decode(bytes(...python, 0xda, 51, short, 'N')) as { readonly text: string };
    assert.ok(text.includes(`\n${short}\n`), 'a length that is a digit is no part of it');
  });

  it('of Java: a length has two bytes', () => {
    assert.deepEqual(found('A.class', bytes(...java, 1, 0, key.length, key, 1, 0, 4, 'Code')), [key]);
  });

  it('are the only binary files that are read', () => {
    assert.equal(found('a.png', bytes(0x89, 'PNG', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, key)), undefined);
    assert.equal(found('a.pyc', bytes(0, 0, 0, key)), undefined);
    assert.deepEqual(found('a.pyc', bytes(...python)), []);
    assert.deepEqual(found('A.class', bytes(...java, 1, 0, 200, 'cut off')), []);
  });

  it('keep the place of every byte', () => {
    const file = bytes(...python, 0xfa, 20, 'x'.repeat(20), 'r', 0xff);
    const { text } = decode(file) as { readonly text: string };
    assert.equal(text.length, file.length);
  });
});
