import type { Span } from '../text/span';

/** How far back the columns of an `INSERT` are looked for, and how much of a table's first line is read. */
const reach = 1500;
const headerLimit = 500;

const inserted = /\binsert\s+into\s[^()]{1,100}\(([^()]{1,400})\)\s*values\b/gi;

/**
 * The column that a value stands in, where its text is a table: of an `INSERT` with its columns named, or of a file of
 * comma or tab separated values with a first line of names. Undefined where it stands in none.
 */
export function columnOf(path: string, text: string, span: Span): string | undefined {
  if (/\.[ct]sv$/i.test(path)) return headerOf(path, text, span);
  return insertedColumn(text, span) ?? tableColumn(text, span);
}

/** The head of a column in a table of Markdown: the first of the lines that begin with a bar. */
function tableColumn(text: string, { start }: Span): string | undefined {
  let lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text[lineStart] !== '|') return undefined;
  const index = separatorsIn(text.slice(lineStart, start), '|');
  for (let above = lineStart; above > 1 && start - above < reach; ) {
    above = text.lastIndexOf('\n', lineStart - 2) + 1;
    if (text[above] !== '|') break;
    lineStart = above;
  }
  const header = text.slice(lineStart, Math.min(start, lineStart + headerLimit)).split(/\r?\n/, 1)[0] ?? '';
  return cellAt(header, index, '|');
}

function headerOf(path: string, text: string, { start }: Span): string | undefined {
  const separator = /\.tsv$/i.test(path) ? '\t' : ',';
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (lineStart === 0) return undefined;
  const header = text.slice(0, headerLimit).split(/\r?\n/, 1)[0] ?? '';
  return cellAt(header, separatorsIn(text.slice(lineStart, start), separator), separator);
}

function insertedColumn(text: string, { start }: Span): string | undefined {
  const before = text.slice(Math.max(0, start - reach), start);
  if (!/\bvalues\b/i.test(before)) return undefined;
  const last = Array.from(before.matchAll(inserted)).at(-1);
  if (last === undefined) return undefined;
  const rows = before.slice(last.index + last[0].length);
  const row = rows.slice(rows.lastIndexOf('(') + 1);
  return row.includes(';') || !rows.includes('(')
    ? undefined
    : cellAt(last[1] ?? '', separatorsIn(row, ','), ',');
}

/** How many separators stand outside of strings. */
const separatorsIn = (row: string, separator: string): number =>
  row.replace(/'[^']*'|"[^"]*"/g, '').split(separator).length - 1;

const cellAt = (row: string, index: number, separator: string): string | undefined =>
  row.split(separator)[index]?.replace(/["'`]/g, '').trim() || undefined;
