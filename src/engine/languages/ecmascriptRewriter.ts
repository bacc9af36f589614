import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { runtimeOf } from '../runtimes';
import type { Runtime } from '../runtimes/runtime';
import { type ScriptProject, scriptProject } from '../runtimes/scriptProject';
import { isRebound } from '../syntax/bindings';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import type { Span } from '../text/span';
import { usesClient } from '../text/useClient';
import { withoutArgument } from './ecmascriptArguments';
import { helperIn, insertHelper, insertImports } from './ecmascriptImports';
import { bindings, placeOf, type Use } from './ecmascriptPlaces';
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
  const inBrowser = side === undefined ? program.inBrowser : side === 'client';
  const refusal = runtime.refusal ?? browserRefusal;
  const names = runtime.serverExports?.(project) ?? [];
  const onServer = inBrowser && !usesClient(program.text) ? serverParts(program.root, names) : undefined;
  /** Why a key stays where it is. */
  const staysFor = (key: Span): Refusal | undefined => {
    const found = inBrowser ? (onServer?.has(key) ?? false) : true;
    return found === true ? undefined : found === false ? refusal : found;
  };
  const reader = readerOf(program, project, runtime);
  const rules = rulesOf(program, project, reader, side === 'server' || inBrowser);
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

/** How this file reads a variable. */
interface Reader {
  /** May give undefined. */
  plain(name: string): string;
  /** What the style asks for where a value is used like this. */
  read(name: string, use: Use, quote?: string): string;
  /** Whether each lookup throws by itself where the variable is not set. */
  readonly failsFast: boolean;
  imports(name: string, written: string): { readonly binding: string; readonly module: string } | undefined;
  /** The helper that has to be there, if any is used. */
  readonly helper: string | undefined;
  /** What the helper reads: `process.env[name]`. */
  readonly body: string;
}

const helperName = 'requireEnv';

/** The quotes that a file uses more. */
const usualQuote = (text: string): string =>
  (text.match(/'/g)?.length ?? 0) > (text.match(/"/g)?.length ?? 0) ? "'" : '"';

function readerOf(program: Program, project: ScriptProject, runtime: Runtime): Reader {
  const { brackets, strict } = project.compiler;
  const { style } = program;
  const plain = (name: string): string =>
    runtime.read?.(name, project) ?? (brackets ? `process.env["${name}"]` : `process.env.${name}`);
  const trial = plain('X');
  const isUnchecked = /^(?:process\.env|Bun\.env|Deno\.env)\b/.test(trial);
  const known = helperIn(program.root);
  const isHelped = isUnchecked && (style === 'failFast' || (style === 'idiomatic' && strict));
  return {
    plain,
    read: (name, use, quote = usualQuote(program.text)) => {
      if (isHelped && (style === 'failFast' || use !== 'optional'))
        return `${known ?? helperName}(${quote}${name}${quote})`;
      return isUnchecked && strict && use === 'string' ? `${plain(name)}!` : plain(name);
    },
    failsFast: isHelped && style === 'failFast',
    imports: (name, written) => {
      const wanted = runtime.imports?.(name, project);
      return wanted !== undefined && written.includes(plain(name)) ? wanted : undefined;
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
        ? { refused: 'The string does not end. Mend it first.' }
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
        return { refused: 'The name process means something else here. Move the key by hand.' };
      return placeOf.expression(project, expression, whole, onServer, {
        lookup,
        failsFast: reader.failsFast,
      });
    },
  };
}

const identifiers = ['identifier', 'shorthand_property_identifier_pattern'];

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
