import assert from 'node:assert/strict';
import { yaml } from '../../../src/engine/formats/yaml';

describe('YAML', () => {
  for (const text of [
    'a: 1\na: 2\n',
    'a: { b: 1, b: 2 }\n',
    '<<: *a\n<<: *b\n',
    '? { a: 1, a: 2 }\n: b\n',
    '---\na: 1\n---\nb:\n  - c: 1\n    c: 2\n',
  ])
    it(`is not changed where a map has a name twice: ${JSON.stringify(text)}`, () => {
      assert.equal(yaml(text).data, undefined);
    });

  for (const text of ['a:\n  a: 1\n', 'x:\n  - a: 1\n  - a: 2\n', '1: a\n"1": b\n', '---\na: 1\n---\na: 2\n'])
    it(`has each name once in a map: ${JSON.stringify(text)}`, () => {
      assert.notEqual(yaml(text).data, undefined);
    });
});
