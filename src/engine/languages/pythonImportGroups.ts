import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineEnd, lineStart } from '../text/lines';
import type { Span } from '../text/span';
import { standardModules } from './pythonStandard';

/** The groups that isort keeps, in their order. Read 2026-11-25: https://pycqa.github.io/isort/docs/configuration/options.html#sections */
const groups = ['future', 'standard', 'third', 'local'] as const;
type Group = (typeof groups)[number];

/** An import statement. */
export interface PythonImport extends Span {
  readonly group: Group;
  /** `from a import b`; such lines follow the plain ones of their group. */
  readonly isFrom: boolean;
  /** `a.b`, the first of several. */
  readonly module: string;
}

/** The statements read; `isLocal`: whether a module is the project's own. */
export function importsIn(
  text: string,
  statements: readonly Span[],
  isLocal: (module: string) => boolean = () => false,
): readonly PythonImport[] {
  return statements.map(({ start, end }) => {
    const [, keyword = '', module = ''] = /^(from|import)\s+([\w.]+)/.exec(text.slice(start, end)) ?? [];
    return { start, end, module, isFrom: keyword === 'from', group: groupOf(module, isLocal) };
  });
}

function groupOf(module: string, isLocal: (module: string) => boolean): Group {
  const name = module.split('.')[0] ?? '';
  if (name === '__future__') return 'future';
  if (name === '') return 'local';
  return standardModules.has(name) ? 'standard' : isLocal(module) ? 'local' : 'third';
}

/**
 * A line among the imports of a file, where isort puts it: in its group, the plain lines first, by their modules. A
 * group of its own is set off by an empty line. Undefined where there is no import to stand beside.
 *
 * @param imports in the order of the file
 * @param before what stands from here on comes too late: the first lookup
 */
export function addImport(
  text: string,
  imports: readonly PythonImport[],
  line: string,
  before: number,
): TextEdit | undefined {
  const eol = eolOf(text);
  const [added] = importsIn(line, [{ start: 0, end: line.length }]);
  // What shares a line with another statement has its place by that.
  const own = imports.filter(
    ({ start, end }) => text.slice(lineStart(text, start), start).trim() === '' && end <= before,
  );
  const [first] = own;
  if (added === undefined || first === undefined) return undefined;
  const above = (one: PythonImport): number =>
    one === first ? lineStart(text, one.start) : headOf(text, one);

  const kin = blockOf(text, own, added.group);
  const [start, end] = [kin[0], kin.at(-1)];
  if (start !== undefined && end !== undefined) {
    const alike = kin.filter(({ isFrom }) => isFrom === added.isFrom);
    const following = alike.find(({ module }) => module.toLowerCase() > added.module.toLowerCase());
    if (following !== undefined) return insert(above(following), line + eol);
    const last = alike.at(-1) ?? (added.isFrom ? end : undefined);
    if (last === undefined || lineEnd(text, last.end) > before) return insert(above(start), line + eol);
    return insertLine(text, last.end, line, eol);
  }
  const rank = (one: PythonImport): number => groups.indexOf(one.group);
  const earlier = own.findLast((one) => rank(one) < rank(added));
  if (earlier !== undefined && lineEnd(text, earlier.end) <= before)
    return insertLine(text, earlier.end, eol + line + gapAt(text, lineEnd(text, earlier.end), eol), eol);
  const at = above(own.find((one) => rank(one) > rank(added)) ?? first);
  return insert(at, (isSetOff(text, at) ? '' : eol) + line + eol + eol);
}

/** The imports of a group in the first run of lines that has any. */
function blockOf(text: string, imports: readonly PythonImport[], group: Group): readonly PythonImport[] {
  const block: PythonImport[] = [];
  let previous: PythonImport | undefined;
  for (const one of imports) {
    const isApart = previous !== undefined && /\n[ \t]*\r?\n/.test(text.slice(previous.end, one.start));
    if (isApart && block.length > 0) break;
    if (one.group === group) block.push(one);
    previous = one;
  }
  return block;
}

/** Where the comments begin that stand right above a statement. */
function headOf(text: string, { start }: Span): number {
  let at = lineStart(text, start);
  while (at > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, at - 1)))) at = lineStart(text, at - 1);
  return at;
}

/** An empty line, where none follows. */
export const gapAt = (text: string, offset: number, eol: string): string =>
  /^[ \t]*(?:\r?\n|$)/.test(text.slice(offset)) ? '' : eol;

/** Nothing stands on the line before, but the comments that a file begins with. */
const isSetOff = (text: string, at: number): boolean =>
  at === 0 || /(?:^|\n)[ \t]*(?:#[^\n]*)?\r?\n$/.test(text.slice(0, at));
