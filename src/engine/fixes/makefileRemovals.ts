import { type MakeAssignment, makeAssignments, makeIncludes } from '../analysers/makeLines';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Refusal } from '../model/fix';
import { fromEnvironment } from '../surfaces/moves';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert, lineEnd, lineStart, withLines } from '../text/lines';
import { baseName, dirName, relativePath } from '../text/path';
import { shellWord } from '../text/shellWord';
import { contains, type Span } from '../text/span';
import { envTarget } from './envTarget';
import type { Host } from './host';
import { isName, namedByKey } from './nameToShow';
import { type MoveOptions, type Removals, removals, type Taken } from './removal';

interface Site {
  readonly key: Span;
  /** The line that goes; absent where `$(X)` takes the key's place. */
  readonly own?: MakeAssignment;
}

/**
 * Every variable of the environment is one of make's, and `$(X)` is what it holds wherever it stands; a line that gives it
 * the key goes, for it would win. `-include` reads an env file of plain lines as make's own.
 * https://www.gnu.org/software/make/manual/html_node/Environment.html, …/Include.html, read 2026-11-29
 */
export async function makefileRemovals(
  { workspace, settings }: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const { path, text } = document;
  const assignments = makeAssignments(text);
  const env = await workspace.read(await envTarget(workspace, document, settings));
  const envText = env.kind === 'text' ? env.text : '';
  const take = ({ span, envName }: Finding): Taken<Site> | Refusal => {
    const own = assignments.find(({ line }) => contains(line, span));
    const refused = own && namedByKey(own.name);
    if (refused !== undefined) return refused;
    if (own === undefined && isNameOfMake(text, span)) return isName();
    const isWhole = own?.value.start === span.start && own.value.end === span.end;
    const name = isWhole ? own.name : (options.name ?? envName ?? 'API_KEY');
    const isExact = isWhole || options.name !== undefined;
    return {
      site: { key: span, ...(isWhole ? { own } : {}) },
      wanted: { name, value: text.slice(span.start, span.end), ...(isExact ? { exact: true } : {}) },
    };
  };
  return removals<Site>(findings, take, (taken, envPath) => {
    const names = [...new Set(taken.map(({ name }) => name))];
    const gone = taken.flatMap(({ site: { own } }) =>
      own === undefined ? [] : [{ span: own.line, newText: '' }],
    );
    const rest = applyEdits(text, gone);
    const other = names.find((name) => assigns(rest, name));
    if (other !== undefined) return ownValue(other);
    const values = taken.map(({ site: { key } }) => text.slice(key.start, key.end));
    const first = Math.min(...taken.map(({ site: { key, own } }) => own?.line.start ?? key.start));
    const file = relativePath(dirName(path), envPath).replace(/^\.\//, '');
    const isIncluded = makeIncludes(text.slice(0, first)).includes(file);
    const isPlain = values.every((value) => plainValue.test(value));
    if (isIncluded && !isPlain)
      return {
        refused: t('make would read another value than this one from {0}. Move the key by hand.', file),
      };
    const includable =
      isIncluded || (/^(?:GNUm|[Mm])akefile$/.test(baseName(path)) && isPlain && isReadAlike(envText, rest));
    const include = includable && !isIncluded ? [`-include ${file}`] : [];
    return {
      label: t('read {0} from the environment', names.join(', ')),
      edits: edits(text, taken, include, includable),
      notes: includable ? [] : [fromEnvironment('make')(names, shellWord(envPath))],
    };
  });
}

const ownValue = (name: string): Refusal => ({
  refused: t('The file gives {0} a value in another place too, which would win. Move the key by hand.', name),
});

const isNameOfMake = (text: string, { start, end }: Span): boolean => {
  const before = text.slice(lineStart(text, start), start);
  return (
    /^ *(?:override[ \t]+)?define[ \t]+\S*$/.test(before) ||
    (!before.startsWith('\t') && /^[ \t]*(?::{1,3}|[?+!])?=/.test(text.slice(end, lineEnd(text, end))))
  );
};

/** Whether a line of make's own, as those of recipes are not, gives a variable a value that wins over the environment. */
const assigns = (text: string, name: string): boolean =>
  new RegExp(
    `^\\uFEFF?(?!\\t)(?:[^#=\\n]*[ \\t:])?${name}[ \\t]*(?::{1,3}|\\+|!)?=|^ *(?:override[ \\t]+)?define[ \\t]+${name}\\b`,
    'm',
  ).test(text);

/** Read by make as by every reader of env files: no `$`, `#`, quote, backslash or blank. */
const plainValue = /^[\w./:+=@%,-]+$/;
const plainLine = /^(?:[ \t]*|#.*[^\\]|#|(?:export[ \t]+)?([A-Za-z_]\w*)=[\w./:+=@%,-]*)\r?$/;
/** Variables that make itself reads. */
const ofMake = /^(?:MAKE\w*|MFLAGS|SHELL|CURDIR|VPATH|GPATH|SUFFIXES|AR|CC|CPP|CXX|LD|RM|\w*FLAGS)$/;

/** Whether the makefile goes on as it was where it includes the env file: nothing in it is read in another way, or twice. */
function isReadAlike(env: string, makefile: string): boolean {
  if (/\bMAKEFILE_LIST\b/.test(makefile) || /^(?:[^\t#\n]*[ ])?(?:\.\/)?(?:\.env|%) *:(?!=)/m.test(makefile))
    return false;
  return env.split('\n').every((line) => {
    const match = plainLine.exec(line);
    const name = match?.[1];
    return match !== null && (name === undefined || !(ofMake.test(name) || assigns(makefile, name)));
  });
}

function edits(
  text: string,
  taken: readonly { readonly site: Site; readonly name: string }[],
  include: readonly string[],
  isIncluded: boolean,
): readonly TextEdit[] {
  const eol = eolOf(text);
  const all: TextEdit[] = [];
  const first = taken.reduce((one, other) => (other.site.key.start < one.site.key.start ? other : one));
  const exportsAll = /^ *export[ \t]*(?:#|\r?$)|^\.EXPORT_ALL_VARIABLES *:/m.test(text);
  for (const one of taken) {
    const { own, key } = one.site;
    if (own === undefined) {
      all.push({ span: key, newText: `$(${one.name})` });
      continue;
    }
    // What comes from the environment is passed on by itself.
    const passed = own.isExported && isIncluded && !exportsAll ? [`export ${one.name}`] : [];
    const lines = [...(one === first ? include : []), ...passed];
    all.push(
      lines.length === 0
        ? { span: withLines(text, own.line), newText: '' }
        : { span: own.line, newText: lines.join(eol) },
    );
  }
  if (first.site.own === undefined && include.length > 0) {
    const head = headOf(text);
    const gap = /^\r?\n/.test(text.slice(head)) ? '' : eol;
    all.push(insert(head, `${include.join(eol)}${eol}${gap}`));
  }
  return all;
}

/** Behind the comments that the file begins with, where an empty line parts them from its first lines. */
const headOf = (text: string): number =>
  /^\uFEFF?(?:#!.*\n)?(?:(?:#.*\n)+\r?\n)?/.exec(text)?.[0].length ?? 0;
