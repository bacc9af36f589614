import type { Node } from 'web-tree-sitter';
import { addItems, unitOf } from '../syntax/addItems';
import { countErrors, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf } from '../text/lines';
import { join } from '../text/path';
import { type Asking, type Declarations, declaring } from './declarations';

/** Laravel's `config/services.php`, for code that may not read the environment. */
export interface Services extends Declarations {
  /** Where a variable is found: `services.openai.key`. */
  read(name: string): string;
}

/** Read 2026-11-25: https://laravel.com/docs/12.x/configuration#configuration-caching. Undefined where the file returns no plain list. */
export async function laravelServices(
  { project, parsers }: Asking,
  folder: string,
): Promise<Services | undefined> {
  const file = await project.at(join(folder, 'config/services.php'));
  if (file === undefined) return undefined;
  const root = await parsers.parse('php', file.text);
  const list = namedChildren(root)
    .findLast(({ type }) => type === 'return_statement')
    ?.namedChild(0);
  if (!isList(list) || countErrors(root) > 0) return undefined;
  const there = pathsOf(list);
  /** What was given a name in this plan: two variables never get the same place. */
  const given = new Map<string, readonly string[]>();
  const placeOf = (name: string): readonly string[] => {
    const isFree = (path: readonly string[]): boolean =>
      isOpen(list, path) && ![...given.values()].some((other) => other.join('.') === path.join('.'));
    const place = there.get(name) ??
      given.get(name) ??
      placesFor(name).find(isFree) ?? [name.toLowerCase(), 'key'];
    given.set(name, place);
    return place;
  };
  return {
    read: (name) => ['services', ...placeOf(name)].join('.'),
    declare: (names) => {
      const missing = names.filter((name) => !there.has(name));
      const entries = missing.map((name) => ({ name, path: placeOf(name) }));
      return declaring(file, missing, entriesIn(file.text, list, entries));
    },
  };
}

const isList = (node: Node | null | undefined): node is Node =>
  node?.type === 'array_creation_expression' && node.text.startsWith('[');

const textOf = (node: Node | undefined): string | undefined =>
  /^(?:'([^'\\]*)'|"([^"\\$]*)")$/
    .exec(node?.text ?? '')
    ?.slice(1)
    .find((one) => one !== undefined);

/** The items of an array that have a name. */
const itemsOf = (list: Node): ReadonlyMap<string, Node> =>
  new Map(
    namedChildren(list).flatMap((item) => {
      const [key, value] = namedChildren(item);
      const name = textOf(key);
      return item.type !== 'array_element_initializer' || name === undefined || value === undefined
        ? []
        : [[name, value] as const];
    }),
  );

/** Where each variable is read: `env('X')`. */
function pathsOf(list: Node, above: readonly string[] = []): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [key, value] of itemsOf(list)) {
    const path = [...above, key];
    if (isList(value)) for (const [name, inner] of pathsOf(value, path)) found.set(name, inner);
    const name = /^env\(\s*["'](\w+)["']/.exec(value.text)?.[1];
    if (name !== undefined && !key.includes('.')) found.set(name, path);
  }
  return found;
}

/** Whether a service can get an item of this name. */
function isOpen(list: Node, [service = '', item = '']: readonly string[]): boolean {
  const own = itemsOf(list).get(service);
  return own === undefined || (isList(own) && !itemsOf(own).has(item));
}

const kinds: Readonly<Record<string, string>> = { api_key: 'key', secret_key: 'secret', api_token: 'token' };

/** `OPENAI_API_KEY` → `openai.key`, `openai.api_key`. */
function placesFor(name: string): readonly (readonly string[])[] {
  const [, service, kind, number = ''] =
    /^(.+?)_(api_key|secret_key|access_key|api_token|key|secret|token|password)(_\d+)?$/.exec(
      name.toLowerCase(),
    ) ?? [];
  if (service === undefined || kind === undefined) return [];
  return [kinds[kind] ?? kind, kind].map((item) => [service, item + number]);
}

interface Entry {
  readonly name: string;
  readonly path: readonly string[];
}

function entriesIn(text: string, list: Node, entries: readonly Entry[]): readonly TextEdit[] {
  const services = new Map<string, string[]>();
  for (const { name, path } of entries) {
    const [service = '', item = ''] = path;
    services.set(service, [...(services.get(service) ?? []), `'${item}' => env('${name}')`]);
  }
  const added: string[] = [];
  const edits: TextEdit[] = [];
  const [eol, unit] = [eolOf(text), unitOf(text, '    ')];
  const last = namedChildren(list).findLast(({ type }) => type !== 'comment');
  const indent = last === undefined ? unit : indentOf(text, last.startIndex);
  const isOneLine = list.startPosition.row === list.endPosition.row;
  for (const [service, items] of services) {
    const own = itemsOf(list).get(service);
    if (own !== undefined) edits.push(...addItems(text, own, items));
    else if (isOneLine) added.push(`'${service}' => [${items.join(', ')}]`);
    else {
      const lines = items.map((item) => `${indent}${unit}${item},${eol}`).join('');
      added.push(`'${service}' => [${eol}${lines}${indent}]`);
    }
  }
  const isApart = /\],[ \t]*\r?\n[ \t]*\r?\n/.test(list.text);
  const between = isApart ? `,${eol}${eol}${indent}` : `,${eol}${indent}`;
  const code = added.length === 0 ? [] : [added.join(isOneLine ? ', ' : between)];
  return [
    ...edits,
    ...addItems(text, list, code).map((edit) =>
      isApart && edit.newText.startsWith(indent) ? { ...edit, newText: eol + edit.newText } : edit,
    ),
  ];
}
