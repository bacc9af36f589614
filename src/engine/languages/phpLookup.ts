import type { Node } from 'web-tree-sitter';
import { laravelServices, type Services } from '../declarations/laravel';
import { enclosing, nodesWith } from '../syntax/node';
import { dirName, join } from '../text/path';
import type { Program } from './rewriter';

/** How a PHP program reads a variable of the environment, by what its project is made with. */
export interface PhpLookup {
  /** The expression that reads a variable, and throws where it is not set. */
  read(name: string, quote: string, at: Node): string;
  /** A read that is there, and what is done where it finds nothing. */
  completed(read: PhpRead, at: Node): string;
  /** Whether the lookup is made of operators, and needs brackets among others. */
  readonly isCompound: boolean;
  /** PHP before 8.0. */
  readonly isOld: boolean;
  /** Code of a Laravel application outside of its configuration, where the environment is not read. */
  readonly isLaravelCode: boolean;
  /** The configuration that such code reads instead. */
  readonly services: Services | undefined;
}

/** Code that reads a variable. */
export interface PhpRead {
  readonly name: string;
  /** The quote that the name is written with. */
  readonly quote: string;
  /** The lookup without its fallback. */
  readonly code: string;
  /** What joins it with something to do where it finds nothing. */
  readonly operator: '?:' | '??';
}

/** Packages whose readers of `.env` fill `$_ENV` and leave `getenv` alone. */
const fillsEnv = /^(?:vlucas\/phpdotenv|symfony\/(?:dotenv|framework-bundle))$/;

export async function phpLookup(program: Program): Promise<PhpLookup> {
  const { root, text, path, project, style } = program;
  const manifest = await project.nearest(['composer.json']);
  const required = requirements(manifest?.text ?? '');
  const isLaravel = required.has('laravel/framework');
  const folder = dirName(manifest?.path ?? '');
  const isConfig = isLaravel && path.startsWith(`${join(folder, 'config')}/`);
  // Before the application has started there is no configuration.
  const isEarly = ['bootstrap', 'public'].some((name) => path.startsWith(`${join(folder, name)}/`));
  const services = isLaravel && !isConfig && !isEarly ? await laravelServices(program, folder) : undefined;
  const isOld = isBeforeEight(required.get('php') ?? '');
  const inEnv = [...required.keys()].some((name) => fillsEnv.test(name));
  const hasOwnGetenv = /\bfunction\s+(?:[\w\\]+\\)?getenv\b|\\getenv\s*\(/i.test(text);

  const completed: PhpLookup['completed'] = ({ name, quote, code, operator }, at) => {
    // An index that is not there is reported; a function gives nothing.
    if (style === 'plain') return code.startsWith('$') ? `${code} ?? null` : code;
    // PHP was too old to throw in an expression, or the framework reports it.
    if (isOld || isLaravel) return code;
    return `${code} ${operator} throw new ${exceptionAt(root, at)}(${quote}${name} is not set${quote})`;
  };
  return {
    completed,
    read: (name, quote, at) => {
      const key = quote + name + quote;
      if (isConfig) return `env(${key})`;
      if (services !== undefined) return `config(${quote}${services.read(name)}${quote})`;
      const code = inEnv ? `$_ENV[${key}]` : `${hasOwnGetenv ? '\\' : ''}getenv(${key})`;
      return completed({ name, quote, code, operator: inEnv ? '??' : '?:' }, at);
    },
    isOld,
    isCompound: style === 'plain' ? inEnv && !isConfig : !isOld && !isLaravel,
    isLaravelCode: isLaravel && !isConfig,
    services,
  };
}

/** What a `composer.json` requires, with the versions. */
function requirements(json: string): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = JSON.parse(json);
    const required = isRecord(parsed) ? parsed.require : undefined;
    return new Map(
      Object.entries(isRecord(required) ? required : {}).map(([name, is]) => [name, String(is)]),
    );
  } catch {
    return new Map();
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a constraint such as `^7.4 || ^8.0` allows a PHP that cannot throw in an expression. */
const isBeforeEight = (constraint: string): boolean =>
  constraint.split(/\|\|?/).some((one) => Number(/^[\s^~>=v]*(\d+)/.exec(one)?.[1] ?? 8) < 8);

/** The name of the namespace around a place; empty where there is none. */
export function namespaceAt(root: Node, at: Node): string {
  const around = enclosing(at, new Set(['namespace_definition']));
  const before = nodesWith(root, /\bnamespace\b/gi, 'namespace_definition').findLast(
    (node) => node !== null && node.endIndex <= at.startIndex && !node.childForFieldName('body'),
  );
  return (around ?? before)?.childForFieldName('name')?.text ?? '';
}

/** `RuntimeException` as it is written at a place: with a backslash inside a namespace that does not import it. */
function exceptionAt(root: Node, at: Node): string {
  const clauses = nodesWith(root, /\bRuntimeException\b/gi, 'namespace_use_clause');
  for (const { text, parent } of clauses) {
    const [, alias = 'RuntimeException'] = /^\\?RuntimeException(?:\s+as\s+(\w+))?$/.exec(text) ?? [];
    if (parent?.type !== 'namespace_use_group' && /^\\?RuntimeException\b/.test(text)) return alias;
  }
  const isTaken = clauses.some(({ text }) => /(?:^|[\\\s])RuntimeException$/.test(text));
  return isTaken || namespaceAt(root, at) !== '' ? '\\RuntimeException' : 'RuntimeException';
}
