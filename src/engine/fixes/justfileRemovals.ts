import { type JustLines, justLines, justTexts } from '../analysers/justLines';
import { wordsOf } from '../detectors/credentialNames';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { shellVariable } from '../surfaces/shellText';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert, insertLine } from '../text/lines';
import { ancestors, baseName, dirName, resolvePath } from '../text/path';
import { contains, type Span } from '../text/span';
import type { Host } from './host';
import { isName, namedByKey } from './nameToShow';
import { type MoveOptions, type Removals, refuseAll, removals, type Taken } from './removal';

/** How the variable is written in the place of some characters. */
interface Site {
  /** The variable of the justfile that holds it, which may have its name. */
  readonly holder?: string;
  /** The recipe that it is in. */
  readonly header?: string;
  writing(name: string): TextEdit;
}

/**
 * `set dotenv-load` gives recipes the variables of `.env`, in the justfile's folder or above it, `set dotenv-filename` those of
 * another file, and `env("X")` reads one.
 * https://github.com/casey/just/blob/master/README.md#dotenv-settings, read 2026-11-29
 */
export async function justfileRemovals(
  { workspace }: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const { path, text } = document;
  const lines = justLines(text);
  const isMain = /^\.?justfile$/i.test(baseName(path));
  const all = isMain ? await withImports(workspace, dirName(path), lines) : [lines];
  if (all === undefined)
    return refuseAll(
      findings,
      t(
        'The justfile imports a file that could not be read, which may load an env file. Move the key by hand.',
      ),
    );
  const settings = all.flatMap((one) => one.settings);
  if (
    settings.some(({ name, value }) => readsOther.test(name) || (name === 'dotenv-load' && value === 'false'))
  )
    return refuseAll(
      findings,
      t('The justfile says itself which env file is read, and from where. Put the key there by hand.'),
    );
  const isLoaded = settings.some(({ name }) => loads.test(name));
  const shell = settings.find(({ name, value }) => isOtherShell(name, value));
  return removals<Site>(
    findings,
    ({ span, envName }) => take(text, lines, span, envName, shell !== undefined, options),
    (taken, envPath) => {
      const names = [...new Set(taken.map(({ name }) => name))];
      const holders = new Set(taken.map(({ site }) => site.holder));
      const other = names.find((name) =>
        lines.assignments.some((one) => one.name === name && !holders.has(name)),
      );
      if (other !== undefined)
        return {
          refused: t(
            'The file gives {0} a value in another place too, which would win. Move the key by hand.',
            other,
          ),
        };
      if (taken.some(({ site: { header }, name }) => header !== undefined && hasParameter(header, name)))
        return { refused: t('The recipe has a parameter of the same name. Move the key by hand.') };
      const envName = baseName(envPath);
      if (
        !ancestors(path).includes(dirName(envPath)) ||
        (envName !== '.env' && (isLoaded || !/^[\w.-]+$/.test(envName)))
      )
        return { refused: t('just does not read {0} here. Move the key by hand.', envPath) };
      const setting = envName === '.env' ? 'set dotenv-load' : `set dotenv-filename := "${envName}"`;
      const load = isMain && !isLoaded ? [loadEdit(text, lines, setting)] : [];
      return {
        label: t('read {0} from the environment', names.join(', ')),
        edits: [...load, ...taken.map(({ site, name }) => site.writing(name))],
        notes:
          isMain || isLoaded
            ? []
            : [t('The justfile that imports {0} has to say: {1}', baseName(path), setting)],
      };
    },
  );
}

const loads = /^dotenv-(?:load|required|override)$/;
const readsOther = /^(?:dotenv-(?:filename|path|command)|working-directory)$/;

const isOtherShell = (name: string, value: string): boolean =>
  name === 'windows-powershell' ||
  name === 'windows-shell' ||
  (name === 'shell' && !/^\[\s*(["'])(?:[\w/]*\/)?(?:ba|z|da|k)?sh\1/.test(value));

/** A justfile with what it imports, since a setting may be there but once; undefined where that is not known. */
async function withImports(
  workspace: Workspace,
  dir: string,
  lines: JustLines,
  depth = 0,
): Promise<readonly JustLines[] | undefined> {
  const all = [lines];
  for (const name of lines.imports) {
    const path = resolvePath(dir, name);
    const read = path === undefined || depth > 4 ? undefined : await workspace.read(path);
    if (path === undefined || read?.kind !== 'text') return undefined;
    const inner = await withImports(workspace, dirName(path), justLines(read.text), depth + 1);
    if (inner === undefined) return undefined;
    all.push(...inner);
  }
  return all;
}

function take(
  text: string,
  { assignments, scripts }: JustLines,
  key: Span,
  envName: string | undefined,
  hasOtherShell: boolean,
  options: MoveOptions,
): Taken<Site> | Refusal {
  const wanted = (usual: string): Taken<Site>['wanted'] => ({
    name: options.name ?? usual,
    value: text.slice(key.start, key.end),
    ...(options.name === undefined ? {} : { exact: true }),
  });
  const assigned = assignments.find(({ value }) => contains(value, key));
  if (assigned !== undefined) {
    const refused = namedByKey(assigned.name);
    if (refused !== undefined) return refused;
    const own = justTexts(text, assigned.value).find(({ span }) => contains(span, key));
    if (own === undefined) return { refused: t('The key is not in a text between quotes. Move it by hand.') };
    const before = text.slice(own.span.start, key.start);
    const after = text.slice(key.end, own.span.end);
    // `env_var` is the older name, which every version takes.
    const call = /\benv_var\(/.test(text) ? 'env_var' : 'env';
    const { quote } = own;
    const site: Site = {
      holder: assigned.name,
      writing: (name) => {
        const parts = [before, undefined, after].flatMap((part) =>
          part === undefined
            ? [`${call}(${quote}${name}${quote})`]
            : part === ''
              ? []
              : [quote + part + quote],
        );
        return {
          span: { start: own.span.start - 1, end: own.span.end + 1 },
          newText: parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`,
        };
      },
    };
    const shout = wordsOf(assigned.name).toUpperCase().replaceAll(' ', '_');
    return { site, wanted: wanted(/^[A-Z_]/.test(assigned.name) ? assigned.name : (envName ?? shout)) };
  }
  const script = scripts.find(({ span }) => contains(span, key));
  if (script === undefined)
    return { refused: t('Only a variable, or a line of a recipe, is rewritten. Move the key by hand.') };
  const { interpreter } = script;
  if (interpreter === undefined ? hasOtherShell : !/\b(?:ba|z|da|k)?sh\b/.test(interpreter))
    return { refused: t('The recipe runs in another program than a POSIX shell. Move the key by hand.') };
  const before = text.slice(script.span.start, key.start);
  if (before.lastIndexOf('{{') > before.lastIndexOf('}}'))
    return { refused: t('The key is in an expression of just. Put it into a variable first.') };
  if (text[key.end] === '=') return isName();
  const writing = shellVariable(text, script.span, key, 'X');
  if (isRefusal(writing)) return writing;
  return {
    site: {
      header: script.header,
      writing: (name) => {
        const own = shellVariable(text, script.span, key, name);
        const { part, text: newText } = isRefusal(own) ? writing : own;
        return { span: part, newText };
      },
    },
    wanted: wanted(envName ?? 'API_KEY'),
  };
}

const hasParameter = (header: string, name: string): boolean =>
  new RegExp(`[\\s$*+]${name}[\\s=:]`).test(header);

/** Behind the last setting, else at the head of the file. */
function loadEdit(text: string, { settings }: JustLines, setting: string): TextEdit {
  const eol = eolOf(text);
  const last = settings.at(-1);
  if (last !== undefined) return insertLine(text, last.line.end, setting, eol);
  const head = /^\uFEFF?(?:#!.*\n)?(?:(?:#.*\n)+\r?\n)?/.exec(text)?.[0].length ?? 0;
  const gap = head > 0 && /^\uFEFF?#!.*\n$/.test(text.slice(0, head)) ? eol : '';
  return insert(head, `${gap}${setting}${eol}${/^\r?\n/.test(text.slice(head)) ? '' : eol}`);
}
