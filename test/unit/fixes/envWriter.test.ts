import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import { addNames, updateEnv } from '../../../src/engine/fixes/envWriter';
import { applyEdits, isRefusal } from '../../../src/engine/index';
import { seeded } from '../../support/random';

const value = 'v4lue-that-is_long/enough+1';

/** What is before, what is stored, what is after; a text that is no env file is a reason. */
const cases: readonly (readonly [title: string, before: string, after: string | RegExp])[] = [
  ['an empty file', '', `X=${value}\n`],
  ['a last line without an ending', 'A=1', `A=1\nX=${value}\n`],
  ['CRLF', 'A=1\r\n', `A=1\r\nX=${value}\r\n`],
  ['the same value under the name', `X=${value}\n`, `X=${value}\n`],
  ['the same value, quoted, under another name', `Y="${value}"`, `Y="${value}"`],
  ['another value under the name', 'X=other1234\n', `X=other1234\nX_2=${value}\n`],
  ['two other values', 'X=other1234\nX_2=another12\n', `X=other1234\nX_2=another12\nX_3=${value}\n`],
  ['an empty value', 'X=\nB=2\n', `X=${value}\nB=2\n`],
  ['an empty value in quotes', 'X=""\n', `X=${value}\n`],
  ['a weak value stays too', 'X=password\n', `X=password\nX_2=${value}\n`],
  ['a real value stays: S3cr*tProdPass', `X='S3cr*tProdPass'\n`, `X='S3cr*tProdPass'\nX_2=${value}\n`],
  ['a real value stays: pass123456word', `X='pass123456word'\n`, `X='pass123456word'\nX_2=${value}\n`],
  [
    'a real value stays: sample-prod-token-9',
    `X='sample-prod-token-9'\n`,
    `X='sample-prod-token-9'\nX_2=${value}\n`,
  ],
  ['a real value stays: <legacy>tok', `X='<legacy>tok'\n`, `X='<legacy>tok'\nX_2=${value}\n`],
  ['a real value stays: aaaaa-real-token', `X='aaaaa-real-token'\n`, `X='aaaaa-real-token'\nX_2=${value}\n`],
  [
    'a real value stays: old-key-for-replace-later-9f3',
    `X='old-key-for-replace-later-9f3'\n`,
    `X='old-key-for-replace-later-9f3'\nX_2=${value}\n`,
  ],
  ['a placeholder with a comment', 'X=your-key # here\n', `# here\nX=${value}\n`],
  ['an empty value with a comment', 'X= # put it here\r\nA=1\r\n', `# put it here\r\nX=${value}\r\nA=1\r\n`],
  ['a comment glued to an empty value', 'X=# put it here\n', `# put it here\nX=${value}\n`],
  ['quotes and a comment', 'export X=""# x\n', `# x\nexport X=${value}\n`],
  ['a colon', 'X: \n', `X=${value}\n`],
  ['blanks around the sign', 'X = \nA=1', `X=${value}\nA=1`],
  ['the last of two lines counts', 'X=\nX=\n', `X=\nX=${value}\n`],
  [
    'comments, export, blank lines and blanks stay',
    '# a\n\n export  A = "b c" # d\n',
    `# a\n\n export  A = "b c" # d\nX=${value}\n`,
  ],
  ['a line that is no assignment', 'A=1\nnot a line\n', `A=1\nX=${value}\nnot a line\n`],
  ['a colon that Node.js does not read', 'H: v\nX=\n', `X=${value}\nH: v\n`],
  ['a multi-line value', 'A="one\ntwo"\n', `A="one\ntwo"\nX=${value}\n`],
  ['an unclosed quote that would swallow the line', 'A="one\nB=2"three\nC="', /swallows/],
];

describe('updateEnv', () => {
  for (const [title, before, after] of cases) {
    it(title, () => {
      const update = updateEnv(before, [{ name: 'X', value }]);
      if (after instanceof RegExp) {
        if (!isRefusal(update)) {
          // dotenv reads past it: then the value must be there
          assert.equal(parse(applyEdits(before, update.edits))[update.names[0] ?? ''], value);
          return;
        }
        assert.match(update.refused, after);
        return;
      }
      assert.ok(!isRefusal(update));
      assert.equal(applyEdits(before, update.edits), after);
    });
  }

  it('quotes a value that is not safe bare, and refuses one that no reader takes alike', () => {
    const quoted = updateEnv('', [{ name: 'X', value: 'two words # 1' }]);
    assert.ok(!isRefusal(quoted));
    assert.equal(applyEdits('', quoted.edits), "X='two words # 1'\n");
    for (const bad of ['it\'s "a"', "it's $a", 'a\nb"', 'a\rb'])
      assert.ok(isRefusal(updateEnv('', [{ name: 'X', value: bad }])), bad);
  });

  it('keeps an exact name for its own value, whatever comes before it', () => {
    const update = updateEnv('', [
      { name: 'X', value: 'other1234' },
      { name: 'X', value, exact: true },
    ]);
    assert.ok(!isRefusal(update));
    assert.deepEqual(update.names, ['X_2', 'X']);
  });

  it('keeps a name that must be exact, or refuses', () => {
    assert.ok(isRefusal(updateEnv('X=other1234\n', [{ name: 'X', value, exact: true }])));
    const same = updateEnv(`Y=${value}\n`, [{ name: 'X', value, exact: true }]);
    assert.ok(!isRefusal(same));
    assert.deepEqual(same.names, ['X']);
  });

  it('changes nothing else, over many files', () => {
    const next = seeded(20261123);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
    const pieces = [
      'A=1',
      'export B = two',
      "C='x # y'",
      '# note',
      '',
      'D=',
      'E="multi\nline"',
      'F=a#b',
      'X=',
      'X=old12345',
      '  G=`g`',
      'not a line',
      'H: v',
      'I=\t7 ',
    ];
    for (let round = 0; round < 2000; round++) {
      const eol = pick(['\n', '\r\n']);
      const lines = Array.from({ length: Math.floor(next() * 8) }, () => pick(pieces).replaceAll('\n', eol));
      const before = lines.join(eol) + pick(['', eol]);
      const update = updateEnv(before, [{ name: 'X', value }]);
      assert.ok(!isRefusal(update), before);
      const after = applyEdits(before, update.edits);
      const [name = ''] = update.names;
      const { [name]: stored, ...others } = parse(after);
      assert.equal(stored, value, before);
      const { [name]: _, ...old } = parse(before);
      assert.deepEqual(others, old, before);
      const again = updateEnv(after, [{ name: 'X', value }]);
      assert.ok(!isRefusal(again) && again.edits.length === 0, 'a second time changes nothing');
    }
  });
});

describe('addNames', () => {
  it('adds what is missing, bare, once', () => {
    const add = (before: string, names: readonly string[]): string =>
      applyEdits(before, addNames(before, names));
    assert.equal(add('', ['A', 'B', 'A']), 'A=\nB=\n');
    assert.equal(add('A=\nexport C=x', ['A', 'B', 'C']), 'A=\nexport C=x\nB=\n');
    assert.equal(add('A=\r\n', ['B']), 'A=\r\nB=\r\n');
  });
});
