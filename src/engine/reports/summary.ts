import type { AuditReport } from '../audit/auditWorkspace';

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One line: `2 keys and 1 other problem in 12 files (3 skipped).` */
export function summarise({ findings, stats, skipped, cancelled }: AuditReport): string {
  const keys = findings.filter((finding) => finding.category === 'key').length;
  const others = findings.length - keys;
  const parts = [
    ...(keys > 0 ? [plural(keys, 'key')] : []),
    ...(others > 0 ? [plural(others, keys > 0 ? 'other problem' : 'problem')] : []),
  ];
  const what = parts.length > 0 ? parts.join(' and ') : 'No problems';
  const left = skipped.length > 0 ? ` (${skipped.length} skipped)` : '';
  const stopped = cancelled ? 'Stopped. ' : '';
  return `${stopped}${what} in ${plural(stats.files, 'file')}${left}.`;
}
