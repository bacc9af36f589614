import { isOnlyPlaceholder } from '../../detectors/placeholder';
import { t } from '../../text/l10n';
import { behind, type LineRule, remove, written } from './lineRule';

/** Read alike by everybody, without quotes. */
const bare = /^[\w./:+=@%,-]+$/;

const quoteOf = (value: string): string | undefined =>
  /^(["'`])[\s\S]*\1$/.exec(value.length > 1 ? value : '')?.[1];

/** How a value is written. */
export const valueRules: readonly LineRule[] = [
  function quotes(text, line) {
    const value = written(text, line);
    const quote = quoteOf(value);
    if (quote === undefined || !bare.test(value.slice(1, -1)) || !/^[ \t]*(?:#|$)/.test(behind(text, line)))
      return undefined;
    return {
      rule: 'env-quotes',
      severity: 'hint',
      span: line.valueSpan,
      subject: line.name,
      message:
        quote === '`'
          ? t(
              'Backticks are kept by Python and Compose, and a shell runs what stands in them. The value needs no quotes.',
            )
          : t('docker --env-file and kubectl keep the quotes. The value needs none.'),
      edits: [{ span: line.valueSpan, newText: value.slice(1, -1) }],
    };
  },
  function unclosed(text, line) {
    const value = written(text, line);
    if (!/^["'`]/.test(value) || quoteOf(value) !== undefined) return undefined;
    const inner = value.slice(1);
    const start = line.valueSpan.start;
    return {
      rule: 'env-unclosed-quote',
      severity: 'error',
      span: line.valueSpan,
      subject: line.name,
      message: t(
        'The quote is not closed: some readers take it for a part of the value, others refuse the file.',
      ),
      ...(bare.test(inner) ? { edits: [remove({ start, end: start + 1 })] } : {}),
    };
  },
  function hash(text, line) {
    const value = written(text, line);
    const after = behind(text, line);
    if (value === '' || quoteOf(value) !== undefined || !after.startsWith('#')) return undefined;
    const end = line.valueSpan.end + after.trimEnd().length;
    const whole = text.slice(line.valueSpan.start, end);
    return {
      rule: 'env-unquoted-hash',
      severity: 'warning',
      span: { start: line.valueSpan.end, end },
      subject: line.name,
      message: t(
        'dotenv, Node.js, Vite, Bun and Deno cut the value off at #. Quote it, or put a blank before a comment.',
      ),
      ...(/['\\ \t]/.test(whole)
        ? {}
        : { edits: [{ span: { start: line.valueSpan.start, end }, newText: `'${whole}'` }] }),
    };
  },
  function command(text, line) {
    const value = written(text, line);
    const quote = quoteOf(value);
    const inner = quote === undefined ? value : value.slice(1, -1);
    if (quote === "'" || !(inner.includes('$(') || (quote !== '`' && /`[^`]+`/.test(inner))))
      return undefined;
    return {
      rule: 'env-command',
      severity: 'error',
      span: line.valueSpan,
      subject: line.name,
      message: t(
        'A shell, dotenvx, dotenv-expand and Ruby run the command in this value. Write the value itself.',
      ),
    };
  },
  function dollar(text, line, { names: others }) {
    const value = written(text, line);
    const quote = quoteOf(value);
    if (quote === "'" || value.includes('$(')) return undefined;
    const names = Array.from(value.matchAll(/(?<!\\)\$\{?([A-Za-z_]\w*)/g), ([, name]) => name);
    const isOther = names.some((name = '') => !others.has(name));
    if (!isOther || /\$\{\w+[:?-]/.test(value)) return undefined;
    const inner = quote === undefined ? value : value.slice(1, -1);
    return {
      rule: 'env-dollar',
      severity: 'warning',
      span: line.valueSpan,
      subject: line.name,
      message: t(
        'Vite, Next.js, Bun, Compose and a shell replace what follows the $, and no line here has that name.',
      ),
      ...(/['\\]/.test(inner) ? {} : { edits: [{ span: line.valueSpan, newText: `'${inner}'` }] }),
    };
  },
  function placeholder(text, line) {
    const value = written(text, line).replace(/^(["'`])([\s\S]*)\1$/, '$2');
    if (value === '' || !isOnlyPlaceholder(value)) return undefined;
    return {
      rule: 'env-placeholder',
      severity: 'hint',
      span: line.valueSpan,
      subject: line.name,
      message: t('The value only stands for one.'),
    };
  },
];
