import { isShowableName } from '../../detectors/secretValue';
import { t } from '../../text/l10n';
import { lineEnd, lineStart } from '../../text/lines';
import { type LineRule, remove } from './lineRule';

/** How a name is written, and what leads to its value. */
export const nameRules: readonly LineRule[] = [
  function colon(text, { nameSpan, valueSpan, name }) {
    const span = { start: nameSpan.end, end: valueSpan.start };
    if (!text.slice(span.start, span.end).startsWith(':')) return undefined;
    return {
      rule: 'env-colon',
      severity: 'warning',
      span,
      subject: name,
      message: t('A colon in place of =: Node.js, Vite, Python and docker do not read the line.'),
      edits: [{ span, newText: '=' }],
    };
  },
  function exported(text, { nameSpan, name }) {
    const start = lineStart(text, nameSpan.start);
    const lead = /^[ \t]*(export[ \t]+)$/.exec(text.slice(start, nameSpan.start));
    if (lead === null) return undefined;
    const span = { start: nameSpan.start - (lead[1]?.length ?? 0), end: nameSpan.start };
    return {
      rule: 'env-export',
      severity: 'hint',
      span: { start: span.start, end: nameSpan.end },
      subject: name,
      message: t('export before the name: docker --env-file and kubectl refuse the file.'),
      edits: [remove(span)],
    };
  },
  function name(_, line) {
    if (/^[A-Za-z_]\w*$/.test(line.name)) return undefined;
    return {
      rule: 'env-name',
      severity: 'info',
      span: line.nameSpan,
      subject: line.name,
      message: isShowableName(line.name)
        ? t('{0} is no name that every env reader takes.', line.name)
        : t('What stands before = is no name that every env reader takes.'),
    };
  },
  function duplicate(text, line, { isLast }) {
    if (isLast) return undefined;
    return {
      rule: 'env-duplicate',
      severity: 'warning',
      span: line.nameSpan,
      subject: line.name,
      message: t('The name stands again below: Deno reads this line, everybody else the last.'),
      edits: [
        remove({ start: lineStart(text, line.nameSpan.start), end: lineEnd(text, line.valueSpan.end) }),
      ],
    };
  },
];
