import type { AuditReport } from '../audit/auditWorkspace';
import { type SkipReason, skipReason } from '../model/ports';
import { t } from '../text/l10n';

export function countProblems(findings: AuditReport['findings']): string {
  const keys = findings.filter((finding) => finding.category === 'key').length;
  return problemWords({ keys, others: findings.length - keys });
}

/** `2 keys and 1 other problem`; `No problems`. */
export function problemWords({ keys, others }: { readonly keys: number; readonly others: number }): string {
  if (keys === 0) {
    if (others === 0) return t('No problems');
    return others === 1 ? t('1 problem') : t('{0} problems', others);
  }
  const ofKeys = keys === 1 ? t('1 key') : t('{0} keys', keys);
  if (others === 0) return ofKeys;
  return t('{0} and {1}', ofKeys, others === 1 ? t('1 other problem') : t('{0} other problems', others));
}

/** One line: `2 keys and 1 other problem in 12 files (3 skipped, 1 read in part).` */
export function summarise({ findings, stats, skipped, cancelled }: AuditReport): string {
  const problems = countProblems(findings);
  const files = stats.files === 1 ? t('1 file') : t('{0} files', stats.files);
  // What is read in part is among the files.
  const inPart = skipped.filter(({ reason }) => reason === 'read in part').length;
  const found = sumOf(problems, files, skipped.length - inPart, inPart);
  return cancelled ? `${t('Stopped.')} ${found}` : found;
}

function sumOf(problems: string, files: string, skipped: number, inPart: number): string {
  if (skipped === 0 && inPart === 0) return t('{0} in {1}.', problems, files);
  if (inPart === 0) return t('{0} in {1} ({2} skipped).', problems, files, skipped);
  if (skipped === 0) return t('{0} in {1} ({2} read in part).', problems, files, inPart);
  return t('{0} in {1} ({2} skipped, {3} read in part).', problems, files, skipped, inPart);
}

/** What was skipped, by reason: `1 binary, 2 too large`; empty where nothing was. */
export function countSkipped(skipped: AuditReport['skipped']): string {
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => `${count} ${skipReason(reason)}`)
    .join(', ');
}
