import assert from 'node:assert/strict';
import type { Answer } from '../../../src/engine/reports/checklist';
import { percentOf, scoreOf, scoreWords, totalOf, totalWords } from '../../../src/engine/reports/score';

const items = (...answers: readonly Answer[]) =>
  answers.map((answer) => ({ answer, text: 'a habit', detail: '' }));

describe('score', () => {
  const cases: readonly (readonly [
    answers: readonly Answer[],
    words: string,
    percent: number | undefined,
  ])[] = [
    [['holds', 'holds'], '2 of 2 hold', 100],
    [['holds', 'broken', 'person'], '1 of 2 holds', 50],
    [['broken'], '0 of 1 hold', 0],
    [['person', 'person'], 'for a person', undefined],
    [['open', 'person'], 'open', undefined],
    [['broken', 'open'], '0 of 2 hold', 0],
    [[], 'for a person', undefined],
  ];
  for (const [answers, words, percent] of cases)
    it(`of ${answers.join(', ') || 'nothing'} is: ${words}`, () => {
      const score = scoreOf(items(...answers));
      assert.equal(scoreWords(score), words);
      assert.equal(percentOf(score), percent);
    });

  it('says 100 % only where everything holds', () => {
    const many = items(...Array.from({ length: 400 }, () => 'holds' as const), 'broken');
    assert.equal(percentOf(scoreOf(many)), 99);
  });

  it('adds the chapters up', () => {
    const total = totalOf([
      { title: 'one', items: items('holds', 'person') },
      { title: 'two', items: items('broken', 'open') },
    ]);
    assert.equal(totalWords(total), '33 %: 1 of 3 habits holds. 1 is open. 1 is for a person.');
    assert.equal(
      totalWords(scoreOf(items('open', 'person'))),
      'Nothing was answered. 1 is open. 1 is for a person.',
    );
  });
});
