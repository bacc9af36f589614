import { t } from '../../text/l10n';
import { lineStart } from '../../text/lines';
import { behind, type LineRule, remove, written } from './lineRule';

/** What stands around a value: blanks, and a comment. */
export const blankRules: readonly LineRule[] = [
  function spaces(text, line) {
    const { nameSpan, valueSpan, name } = line;
    const between = text.slice(nameSpan.end, valueSpan.start);
    if (!between.includes('=') || between === '=' || written(text, line) === '') return undefined;
    const span = { start: nameSpan.end, end: valueSpan.start };
    return {
      rule: 'env-spaces',
      severity: 'warning',
      span,
      subject: name,
      message: t(
        'Blanks around =: docker --env-file refuses the file, or keeps them, and a shell runs the value.',
      ),
      edits: [{ span, newText: '=' }],
    };
  },
  function trailing(text, line) {
    const blank = behind(text, line);
    if (blank === '' || blank.trim() !== '' || written(text, line) === '') return undefined;
    const span = { start: line.valueSpan.end, end: line.valueSpan.end + blank.length };
    return {
      rule: 'env-trailing-blank',
      severity: 'hint',
      span,
      subject: line.name,
      message: t('docker --env-file keeps the blanks behind the value.'),
      edits: [remove(span)],
    };
  },
  function comment(text, line) {
    const after = behind(text, line);
    const [, blank = '', own = ''] = /^([ \t]+)(#.*)$/.exec(after) ?? [];
    if (own === '' || written(text, line) === '') return undefined;
    const { end } = line.valueSpan;
    const start = lineStart(text, line.nameSpan.start);
    const eol = /\r\n/.test(text) ? '\r\n' : '\n';
    return {
      rule: 'env-inline-comment',
      severity: 'hint',
      span: { start: end + blank.length, end: end + after.length },
      subject: line.name,
      message: t(
        'docker --env-file and kubectl take a comment behind a value for a part of it. Put it on a line of its own.',
      ),
      edits: [
        { span: { start, end: start }, newText: `${own.trimEnd()}${eol}` },
        remove({ start: end, end: end + after.length }),
      ],
    };
  },
];
