import assert from 'node:assert/strict';
import { ancestors, applyEdits, decode, type Encoding, encode, SourceText } from '../../../src/engine/index';
import { eolOf, offsetAfter, withInsertions } from '../../../src/engine/text/edit';
import { extensionOf } from '../../../src/engine/text/path';

describe('SourceText', () => {
  it('counts lines as VS Code does: \\n, \\r\\n and a lone \\r', () => {
    const source = new SourceText('a\nbc\r\nd\re');
    assert.deepEqual(
      [0, 1, 2, 4, 6, 7, 8, 9].map((at) => source.positionAt(at)),
      [
        { line: 0, character: 0 },
        { line: 0, character: 1 },
        { line: 1, character: 0 },
        { line: 1, character: 2 },
        { line: 2, character: 0 },
        { line: 2, character: 1 },
        { line: 3, character: 0 },
        { line: 3, character: 1 },
      ],
    );
    assert.deepEqual(source.lineSpan(1), { start: 2, end: 4 });
  });

  it('counts UTF-16 code units, and clamps what is outside', () => {
    const source = new SourceText('😀x\ny');
    assert.deepEqual(source.positionAt(3), { line: 0, character: 3 });
    assert.deepEqual(source.positionAt(99), { line: 1, character: 1 });
    assert.deepEqual(source.positionAt(-1), { line: 0, character: 0 });
    assert.equal(source.offsetAt({ line: 1, character: 0 }), 4);
    assert.equal(source.offsetAt({ line: 9, character: 0 }), 5);
  });
});

describe('applyEdits', () => {
  it('applies edits computed on one text, insertions in order', () => {
    const at = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
    assert.equal(applyEdits('abcdef', [at(4, 6, 'X'), at(0, 1, ''), at(2, 2, '1'), at(2, 2, '2')]), 'b12cdX');
  });
  it('refuses edits that overlap', () => {
    const edit = { span: { start: 0, end: 3 }, newText: '' };
    assert.throws(
      () => applyEdits('abcdef', [edit, { span: { start: 2, end: 4 }, newText: '' }]),
      RangeError,
    );
  });
});

describe('edits that follow others', () => {
  const at = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
  const edits = [at(5, 6, ''), at(2, 2, '12'), at(2, 3, 'XYZ')];
  it('insertions become a part of them, wherever they go', () => {
    const text = 'abcdefg';
    const changed = applyEdits(text, edits);
    for (let offset = 0; offset <= changed.length; offset++) {
      const insertions = [at(offset, offset, '<'), at(offset, offset, '>')];
      const together = withInsertions(edits, insertions);
      assert.equal(applyEdits(text, together), applyEdits(changed, insertions), `at ${offset}`);
    }
  });
  it('tells where a place is afterwards', () => {
    assert.deepEqual(
      [0, 2, 3, 5, 6].map((offset) => offsetAfter(edits, offset)),
      [0, 4, 7, 9, 9],
    );
  });
});

describe('decode and encode', () => {
  const text = 'key = "é😀"\r\n';
  for (const encoding of ['utf8', 'utf8-bom', 'utf16le', 'utf16be'] as const satisfies readonly Encoding[]) {
    it(`${encoding} there and back`, () => {
      const decoded = decode(encode(text, encoding));
      assert.deepEqual(decoded, { kind: 'text', text, encoding });
    });
  }
  it('keeps bytes that are not UTF-8', () => {
    const bytes = Uint8Array.from([0x61, 0xe9, 0x0a, 0xff, 0x80]);
    const decoded = decode(bytes);
    assert.ok(decoded.kind === 'text' && decoded.encoding === 'latin1');
    assert.deepEqual([...encode(decoded.text, 'latin1')], [...bytes]);
  });
  it('calls a NUL binary, and half a UTF-16 character too', () => {
    assert.deepEqual(decode(Uint8Array.from([1, 2, 0, 3])), { kind: 'binary' });
    assert.deepEqual(decode(Uint8Array.from([0xff, 0xfe, 0x61])), { kind: 'binary' });
  });
  it('reads an empty file as empty text', () => {
    assert.deepEqual(decode(new Uint8Array()), { kind: 'text', text: '', encoding: 'utf8' });
  });
});

describe('paths and line endings', () => {
  it('names the folders of a path up to the root', () => {
    assert.deepEqual(ancestors('a/b/c.ts'), ['a/b', 'a', '']);
    assert.deepEqual(ancestors('c.ts'), ['']);
  });
  it('takes no extension from a dot file', () => {
    assert.deepEqual(['App.TSX', '.env', 'a.b/c', 'x.test.ts'].map(extensionOf), ['.tsx', '', '', '.ts']);
  });
  it('tells a line ending by the first line', () => {
    assert.deepEqual(['a\r\nb\n', 'a\nb\r\n', 'a', ''].map(eolOf), ['\r\n', '\n', '\n', '\n']);
  });
});
