import type { Finding } from '../model/finding';
import type { SourceText } from '../text/sourceText';

/** Keystow's own markers: `keystow-ignore-line <rule> -- reason`; without a rule they hold for every rule. */
const own = /keystow-ignore-(line|next-line)(?![\w-])[ \t]*([^\r\n]*)/;

/** What other scanners' users have already written, for the line itself and for the one after. */
const sameLine =
  /gitleaks:allow|trufflehog:ignore|pragma: ?(?:allowlist|whitelist) secret|ggignore|secretlint-disable-line/;
const lineBefore = /pragma: ?(?:allowlist|whitelist) nextline secret|secretlint-disable-next-line/;

/** Drops the findings that a comment on their line, or on the line before, accepts. */
export function suppress(source: SourceText, findings: readonly Finding[]): readonly Finding[] {
  const { text } = source;
  const line = (index: number): string => {
    if (index < 0) return '';
    const { start, end } = source.lineSpan(index);
    return (
      text.slice(start, Math.min(end, start + 2000)) + (end - start > 2000 ? text.slice(end - 2000, end) : '')
    );
  };
  return findings.filter(({ rule, range }) => {
    const current = line(range.start.line);
    const previous = line(range.start.line - 1);
    return !(
      sameLine.test(current) ||
      lineBefore.test(previous) ||
      accepts(current, 'line', rule) ||
      accepts(previous, 'next-line', rule)
    );
  });
}

function accepts(line: string, which: 'line' | 'next-line', rule: string): boolean {
  const match = own.exec(line);
  if (match?.[1] !== which) return false;
  const rules: readonly string[] = (match[2]?.split('--')[0] ?? '').match(/[a-z][a-z0-9-]*/g) ?? [];
  return rules.length === 0 || rules.includes(rule);
}
