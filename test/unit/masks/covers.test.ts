import assert from 'node:assert/strict';
import { type Cover, grown, isSame } from '../../../src/vscode/covers';

const covers: readonly Cover[] = [
  { start: 2, end: 5 },
  { start: 8, end: 8 },
];

describe('covers that a window grows by itself', () => {
  for (const [what, rangeOffset, rangeLength, text, expected] of [
    ['before', 0, 1, 'xyz', '4-7 10-10'],
    ['at the start', 2, 0, 'x', '2-6 9-9'],
    ['inside', 3, 1, '', '2-4 7-7'],
    ['at the end', 5, 0, 'xx', '2-7 10-10'],
    ['between', 6, 1, 'x', '2-5 8-8'],
    ['at an empty one', 8, 0, 'xyz', '2-5 8-11'],
    ['over an edge', 1, 2, '', undefined],
    ['over several', 4, 4, 'x', undefined],
  ] as const)
    it(`a change ${what}`, () =>
      assert.equal(
        grown(covers, [{ rangeOffset, rangeLength, text }])
          ?.map(({ start, end }) => `${start}-${end}`)
          .join(' '),
        expected,
      ));

  it('several changes, the last in the text first', () =>
    assert.deepEqual(
      grown(covers, [
        { rangeOffset: 8, rangeLength: 0, text: 'y' },
        { rangeOffset: 5, rangeLength: 0, text: 'x' },
      ]),
      [
        { start: 2, end: 6 },
        { start: 9, end: 10 },
      ],
    ));

  it('are compared one by one', () => {
    assert.ok(isSame(covers, [...covers]));
    assert.ok(!isSame(covers, covers.slice(1)));
    assert.ok(!isSame(covers, [{ start: 2, end: 6 }, ...covers.slice(1)]));
  });
});
