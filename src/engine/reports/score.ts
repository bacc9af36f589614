import { t } from '../text/l10n';
import type { CheckedChapter, CheckedItem } from './checklist';

/** How many habits hold, of those that an audit can answer; and how many are left to a person. */
export interface Score {
  readonly holds: number;
  readonly broken: number;
  /** Asked, and not answered: the audit did not see everything. */
  readonly open: number;
  readonly person: number;
}

export function scoreOf(items: readonly CheckedItem[]): Score {
  const score = { holds: 0, broken: 0, open: 0, person: 0 };
  for (const { answer } of items) score[answer]++;
  return score;
}

export const totalOf = (chapters: readonly CheckedChapter[]): Score =>
  scoreOf(chapters.flatMap(({ items }) => items));

/** Whole, and rounded down: 100 means that everything holds. Undefined where nothing was answered. */
export function percentOf({ holds, broken, open }: Score): number | undefined {
  return holds + broken === 0 ? undefined : Math.floor((100 * holds) / (holds + broken + open));
}

/** `3 of 4 hold`; for a chapter that no audit can answer, who can. */
export function scoreWords({ holds, broken, open }: Score): string {
  const asked = holds + broken + open;
  if (asked === 0) return t('for a person');
  if (holds + broken === 0) return t('open');
  return holds === 1 ? t('1 of {0} holds', asked) : t('{0} of {1} hold', holds, asked);
}

/** `70 %: 7 of 10 habits hold. 11 are for a person.` */
export function totalWords(score: Score): string {
  const { holds, broken, open, person } = score;
  const percent = percentOf(score);
  const asked = holds + broken + open;
  const held =
    percent === undefined
      ? t('Nothing was answered.')
      : holds === 1
        ? t('{0} %: 1 of {1} habits holds.', percent, asked)
        : t('{0} %: {1} of {2} habits hold.', percent, holds, asked);
  const isOpen = open === 1 ? t('1 is open.') : t('{0} are open.', open);
  const isAsked = person === 1 ? t('1 is for a person.') : t('{0} are for a person.', person);
  return [held, ...(open === 0 ? [] : [isOpen]), ...(person === 0 ? [] : [isAsked])].join(' ');
}
