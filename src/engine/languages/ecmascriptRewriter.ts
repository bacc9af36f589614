import type { Node } from 'web-tree-sitter';
import { scriptDeclarations } from '../declarations';
import { isWritten } from '../declarations/declarations';
import { ownImport, type ScriptDeclarations } from '../declarations/scriptDeclarations';
import { isRefusal, type Refusal } from '../model/fix';
import { runtimeOf } from '../runtimes';
import type { Runtime, ScriptImport } from '../runtimes/runtime';
import { type ScriptProject, scriptProject } from '../runtimes/scriptProject';
import { isRebound } from '../syntax/bindings';
import { bindings, identifiers } from '../syntax/ecmascriptBindings';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import { usualQuote } from '../text/lines';
import type { Span } from '../text/span';
import { usesClient } from '../text/useClient';
import { withoutArgument } from './ecmascriptArguments';
import { clientImporter } from './ecmascriptImporters';
import { helperIn, insertHelper, insertImports } from './ecmascriptImports';
import { placeOf, type Use } from './ecmascriptPlaces';
import { serverParts } from './ecmascriptServerParts';
import { browserRefusal } from './language';
import { type LiteralRules, type Part, rewriteLiterals } from './rewriteLiterals';
import type { Program, RefusedKeys, Rewriter } from './rewriter';

/**
 * JavaScript and TypeScript: the lookup of the runtime that the project uses, refused in what runs in the browser.
 * Where TypeScript is strict, `process.env.X` may be undefined: it stays plain where the reader takes that, and goes
 * through a helper that throws everywhere else. Styles: `failFast` goes through the helper everywhere, `plain` nowhere.
 */
export async function ecmascriptRewriter(program: Program): Promise<Rewriter> {
  const project = await scriptProject(program.path, program.text, program.project);
  const runtime = runtimeOf(project);
  const side = runtime.side?.(project);
  const byItself = side === undefined ? program.inBrowser : side === 'client';
  const importer = byItself ? undefined : await clientImporterOf(program, project, runtime);
  const inBrowser = byItself || importer !== undefined;
  const refusal = importer === undefined ? (runtime.refusal ?? browserRefusal) : importedRefusal(importer);
  const names = runtime.serverExports?.(project) ?? [];
  const onServer = inBrowser && !usesClient(program.text) ? serverParts(program.root, names) : undefined;
  /** Why a key stays where it is. */
  const staysFor = (key: Span): Refusal | undefined => {
    const found = inBrowser ? (onServer?.has(key) ?? false) : true;
    return found === true ? undefined : found === false ? refusal : found;
  };
  const declarations = await scriptDeclarations(program, project, runtime);
  const reader = readerOf(program, project, runtime, declarations);
  const rules = rulesOf(program, project, reader, side === 'server' || inBrowser, declarations?.binding);
  return {
    sites: (keys) => {
      const moved = keys.filter((key) => staysFor(key) === undefined);
      const stay = keys.flatMap((key): readonly RefusedKeys[] => {
        const reason = staysFor(key);
        return reason === undefined ? [] : [{ ...reason, keys: [key] }];
      });
      return [...rewriteLiterals(program, rules, moved), ...stay];
    },
    withoutArgument: (key) => (staysFor(key) === undefined ? withoutArgument(program, key) : undefined),
    ...(declarations === undefined ? {} : declaredBy(declarations)),
    additions: (sites, names) => {
      const used = [
        ...new Set(sites.flatMap((site, index) => (site.needs.length > 0 ? (names[index] ?? []) : []))),
      ];
      const written = sites.map((site, index) => site.text(names[index] ?? [])).join('\n');
      return [
        ...insertImports(
          program,
          used.flatMap((name) => reader.imports(name, written) ?? []),
        ),
        ...(reader.helper !== undefined && written.includes(`${reader.helper}(`)
          ? insertHelper(program, reader.helper, reader.body)
          : []),
      ];
    },
  };
}

/** What takes the program to the browser although it does not say so itself. */
async function clientImporterOf(
  { path, text, project: files }: Program,
  project: ScriptProject,
  { importedSide }: Runtime,
): Promise<string | undefined> {
  if (importedSide === undefined || importedSide({ path: project.path, text }) !== undefined)
    return undefined;
  return clientImporter(path, project, files, importedSide);
}

const importedRefusal = (importer: string): Refusal => ({
  refused: t(
    '{0} imports this code and runs in the browser, where every visitor can read the key. Call the provider from a server.',
    importer,
  ),
});

/** The variables that sites read by what another file declares, and what declares them there. */
function declaredBy(declarations: ScriptDeclarations): Pick<Rewriter, 'storedAs' | 'others'> {
  const { storedAs, readBy } = declarations;
  return {
    ...(storedAs === undefined ? {} : { storedAs }),
    others: (sites, names) => {
      const read = sites.flatMap((site, index) => {
        const own = names[index] ?? [];
        const written = site.text(own);
        return own.filter((name) => isWritten(written, declarations.read(name)));
      });
      const edits = declarations.declare([...new Set(read)]);
      if (isRefusal(edits)) return edits;
      return { edits, ...(readBy === undefined || read.length === 0 ? {} : { readBy }) };
    },
  };
}

/** How this file reads a variable. */
interface Reader {
  /** May give undefined. */
  plain(name: string): string;
  /** What the style asks for where a value is used like this. */
  read(name: string, use: Use, quote?: string): string;
  /** Whether each lookup throws by itself where the variable is not set. */
  readonly failsFast: boolean;
  imports(name: string, written: string): ScriptImport | undefined;
  /** The helper that has to be there, if any is used. */
  readonly helper: string | undefined;
  /** What the helper reads: `process.env[name]`. */
  readonly body: string;
}

const helperName = 'requireEnv';

function readerOf(
  program: Program,
  project: ScriptProject,
  runtime: Runtime,
  declarations: ScriptDeclarations | undefined,
): Reader {
  const { brackets, strict } = project.compiler;
  const { style } = program;
  /** What the runtime's import of a variable binds. */
  const importFor = (name: string): (ScriptImport & { readonly local?: string }) | undefined => {
    const wanted = runtime.imports?.(name, project);
    return wanted?.binding === name ? ownImport(program.root, wanted.module, name) : wanted;
  };
  const undeclared = (name: string): string =>
    importFor(name)?.local ??
    runtime.read?.(name, project) ??
    (brackets ? `process.env["${name}"]` : `process.env.${name}`);
  const plain = (name: string): string => declarations?.read(name) ?? undeclared(name);
  const trial = undeclared('X');
  const isUnchecked = /^(?:process\.env|Bun\.env|Deno\.env)\b/.test(trial);
  const known = helperIn(program.root);
  const isHelped = isUnchecked && (style === 'failFast' || (style === 'idiomatic' && strict));
  return {
    plain,
    read: (name, use, quote = usualQuote(program.text)) => {
      const declared = declarations?.read(name);
      if (declared !== undefined)
        return strict && use === 'string' && declarations?.mayBeUndefined(name) === true
          ? `${declared}!`
          : declared;
      if (isHelped && (style === 'failFast' || use !== 'optional'))
        return `${known ?? helperName}(${quote}${name}${quote})`;
      return isUnchecked && strict && use === 'string' ? `${undeclared(name)}!` : undeclared(name);
    },
    failsFast: isHelped && style === 'failFast',
    imports: (name, written) => {
      const isDeclared = declarations?.read(name) !== undefined;
      const wanted = isDeclared ? declarations.importFor(name) : importFor(name);
      return wanted !== undefined && isWritten(written, plain(name)) ? wanted : undefined;
    },
    helper: isHelped && known === undefined ? helperName : undefined,
    body: trial.startsWith('Deno')
      ? 'Deno.env.get(name)'
      : `${trial.slice(0, trial.indexOf('.env') + 4)}[name]`,
  };
}

function rulesOf(
  { root, text, style }: Program,
  project: ScriptProject,
  reader: Reader,
  onServer: boolean,
  binding: string | undefined,
): LiteralRules {
  const global = /^\w+/.exec(reader.plain('X'))?.[0] ?? 'process';
  /** `whole` goes together with the literal. */
  const lookup = (name: string, literal: Node, whole = literal): string =>
    reader.read(
      name,
      placeOf.use(style === 'plain' ? whole : literal),
      /^["']/.exec(text.slice(literal.startIndex))?.[0],
    );
  return {
    comments: new Set(['comment', 'html_comment']),
    strings: new Set(['string', 'template_string']),
    needs: ['lookup'],
    literal: (node) =>
      node.endIndex - node.startIndex < 2 || node.hasError
        ? { refused: t('The string does not end. Mend it first.') }
        : { node, content: { start: node.startIndex + 1, end: node.endIndex - 1 } },
    unescape: (raw, { node }) =>
      node.type === 'template_string' && raw.includes('${') ? undefined : unescapeCommon(raw),
    joined: (node) => {
      if (node.type === 'parenthesized_expression')
        return namedChildren(node).filter(({ type }) => type !== 'comment');
      const isSum = node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '+';
      return isSum ? namedChildren(node) : joinedArray(node);
    },
    lookup,
    embed: (parts, { node }) => template(text, parts, node, reader),
    place: (expression, whole) => {
      if (global === 'process' && isRebound(root, expression, 'process', identifiers, bindings))
        return { refused: t('The name process means something else here. Move the key by hand.') };
      if (binding !== undefined && isRebound(root, expression, binding, identifiers, belowImports))
        return { refused: t('The name {0} means something else here. Move the key by hand.', binding) };
      return placeOf.expression(project, expression, whole, onServer, {
        lookup,
        failsFast: reader.failsFast,
      });
    },
  };
}

/** What gives names a meaning but for imports. */
const belowImports: typeof bindings = {
  ...bindings,
  declares: (node) => !/^(?:import|namespace)_/.test(node.parent?.type ?? '') && bindings.declares(node),
};

/** A string with a lookup becomes a template: what a template would read differently is escaped. */
function template(text: string, parts: readonly Part[], node: Node, reader: Reader): string | Refusal {
  const isTemplate = text[node.startIndex] === '`';
  const inner = parts.map((part) => {
    if ('lookup' in part) return `\${${reader.read(part.lookup, 'text')}}`;
    return isTemplate ? part.raw : part.raw.replace(/`|\$\{/g, '\\$&').replace(/\\(["'])/g, '$1');
  });
  return `\`${inner.join('')}\``;
}

/** `["a", "b"].join("")` */
function joinedArray(node: Node): readonly Node[] | undefined {
  if (node.type !== 'call_expression') return undefined;
  const callee = node.childForFieldName('function');
  const list = callee?.childForFieldName('object');
  if (callee?.childForFieldName('property')?.text !== 'join' || list?.type !== 'array') return undefined;
  return /^\((?:""|''|``)\)$/.test(node.childForFieldName('arguments')?.text ?? '')
    ? namedChildren(list)
    : undefined;
}
