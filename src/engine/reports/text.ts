import type { Severity } from '../model/finding';
import type { ReportFormat } from './report';
import { summarise } from './summary';

const colours: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '90' };

/** For a terminal: a line per finding that terminals make a link of, and a last line that sums up. */
export const text = {
  id: 'text',
  format: (report, { colour }) => {
    const paint = (code: string, part: string): string => (colour ? `\u001b[${code}m${part}\u001b[0m` : part);
    const lines = report.findings.map((finding) => {
      const { line, character } = finding.range.start;
      const place = `${named(finding.file)}:${line + 1}:${character + 1}`;
      const severity = paint(colours[finding.severity], finding.severity);
      const commit =
        finding.origin === undefined ? '' : `  ${paint('33', finding.origin.commit.slice(0, 10))}`;
      return `${paint('1', place)}  ${severity}  ${printable(finding.message)}  ${paint('90', finding.rule)}${commit}\n`;
    });
    const gap = lines.length > 0 ? '\n' : '';
    return `${lines.join('')}${gap}${summarise(report)}\n`;
  },
} as const satisfies ReportFormat;

/** A line that begins with one of these marks is a command to a runner of GitHub Actions. */
const named = (file: string): string => printable(file).replace(/^(?=::|##\[)/, './');

/**
 * A file name may hold control characters, and marks that turn the direction of writing: neither a terminal nor a
 * reader must obey them.
 */
export const printable = (part: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  part.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '?');
