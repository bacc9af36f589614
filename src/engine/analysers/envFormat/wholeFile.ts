import { t } from '../../text/l10n';
import { lineStart } from '../../text/lines';
import type { EnvLine } from '../envLines';
import { type EnvFormatProblem, remove } from './lineRule';

/** `env-final-newline` */
export function finalNewline(text: string): EnvFormatProblem | undefined {
  if (text === '' || /[\r\n]$/.test(text)) return undefined;
  const end = { start: text.length, end: text.length };
  return {
    rule: 'env-final-newline',
    severity: 'hint',
    span: { start: lineStart(text, text.length), end: text.length },
    subject: 'end',
    message: t('The last line has no line end: what a program appends is glued to it.'),
    edits: [{ span: end, newText: /\r\n/.test(text) ? '\r\n' : '\n' }],
  };
}

/**
 * `env-crlf`: told at the first variable whose line ends in CR LF. bash and dash keep the CR (measured 2026-11-29), as in
 * `https://www.shellcheck.net/wiki/SC1017`; Docker and kubectl read lines as Go's `bufio.ScanLines` does, Make and Node.js
 * drop it too.
 */
export function crlf(text: string, lines: readonly EnvLine[]): EnvFormatProblem | undefined {
  const first = lines.find(({ valueSpan }) => /^[^\n]*\r\n/.test(text.slice(valueSpan.end)));
  if (first === undefined) return undefined;
  return {
    rule: 'env-crlf',
    severity: 'hint',
    span: first.nameSpan,
    subject: 'line ends',
    message: t('Lines end in CR LF: a shell that reads the file keeps the CR as a part of each value.'),
    edits: Array.from(text.matchAll(/\r(?=\n)/g), ({ index }) => remove({ start: index, end: index + 1 })),
  };
}
