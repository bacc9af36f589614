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
      const place = `${printable(finding.file)}:${line + 1}:${character + 1}`;
      const severity = paint(colours[finding.severity], finding.severity);
      return `${paint('1', place)}  ${severity}  ${printable(finding.message)}  ${paint('90', finding.rule)}\n`;
    });
    const gap = lines.length > 0 ? '\n' : '';
    return `${lines.join('')}${gap}${summarise(report)}\n`;
  },
} as const satisfies ReportFormat;

/** A file name may hold control characters; a terminal must not obey them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
export const printable = (part: string): string => part.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
