import type { Origin } from '../audit/auditWorkspace';
import type { Severity } from '../model/finding';
import type { ReportFormat } from './report';
import { summarise } from './summary';
import { printable } from './text';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions: an annotation per finding, and a last line that sums up. GitHub shows the first
 * ten errors and the first ten warnings of a step. Columns go along where the finding is on one line: others are
 * dropped by the runner.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, read 2026-11-28
 */
export const github = {
  id: 'github',
  format: (report, { rules }) => {
    const titles = new Map(rules.map(({ id, title }) => [id, title]));
    const lines = report.findings.map(({ severity, file, range: { start, end }, rule, message, origin }) => {
      const properties = {
        file,
        line: start.line + 1,
        endLine: end.line + 1,
        ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
        title: titles.get(rule) ?? rule,
      };
      const words = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${words.join(',')}::${data(`${message} (${rule}${commitOf(origin)})`)}\n`;
    });
    return `${lines.join('')}${printable(summarise(report))}\n`;
  },
} as const satisfies ReportFormat;

/** What a range brings may stand in no file any more. */
const commitOf = (origin: Origin | undefined): string =>
  origin === undefined ? '' : `, commit ${origin.commit.slice(0, 10)}`;

/** As @actions/core escapes a message: packages/core/src/command.ts, read 2026-11-28. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** And a property: a comma or a colon would end it. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
