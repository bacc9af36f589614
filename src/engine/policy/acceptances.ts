import type { Node } from 'jsonc-parser';
import type { Acceptance } from '../model/policy';
import { t } from '../text/l10n';
import type { PolicyText } from './policyText';

/** What an accepted finding is written with, in this order. */
export const acceptanceNames = [
  'fingerprint',
  'rule',
  'path',
  'reason',
  'author',
  'date',
  'expires',
] as const;

/** Findings that are accepted; one that says too little, or something else, is left out: what it was for is found again. */
export function readAcceptances(policy: PolicyText, list: Node | undefined): readonly Acceptance[] {
  return policy.objects(list, 'accepted', t('an accepted finding')).flatMap((item) => {
    const before = policy.problems.length;
    const members = policy.members(item, acceptanceNames);
    const text = (name: (typeof acceptanceNames)[number], fits: (value: string) => boolean, form: string) =>
      policy.text(members.get(name), name, fits, form);
    const fingerprint = text(
      'fingerprint',
      (value) => /^[0-9a-f]{32}$/.test(value),
      t('32 hexadecimal digits, as reports have them'),
    );
    const rule = text('rule', (value) => /^[a-z][a-z0-9-]*$/.test(value), t('the id of a rule'));
    const reason = text('reason', (value) => /\S/.test(value), t('a sentence that says why'));
    const path = text('path', (value) => value !== '', t('a glob, such as test/**'));
    const author = text('author', (value) => /\S/.test(value), t('a name'));
    const date = text('date', isDate, t('a day, such as 2026-01-31'));
    const expires = text('expires', isDate, t('the last day on which it holds, such as 2026-01-31'));
    for (const name of ['fingerprint', 'rule', 'reason'] as const)
      if (!members.has(name)) policy.problem(item, t('an accepted finding has a "{0}"', name));
    if (policy.problems.length > before) return [];
    return {
      value: fingerprint ?? '',
      at: policy.at(item),
      rule: rule ?? '',
      reason: reason ?? '',
      ...(path === undefined ? {} : { path }),
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(expires === undefined ? {} : { expires }),
    };
  });
}

/** Whether a text is a day of the calendar: `2026-02-30` is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
