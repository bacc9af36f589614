import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, descendants, isField, namedChildren, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Span } from '../text/span';

/** Which parts of a module that the client gets run on the server only. */
export interface ServerParts {
  /** Whether code at this place does; or why that cannot be told. */
  has(place: Span): boolean | Refusal;
}

/**
 * Functions that say `"use server"`, the module's exports of some names, which a build takes out of what the client
 * gets, and constants that nothing but these exports uses: they go with them.
 */
export function serverParts(root: Node, names: readonly string[]): ServerParts {
  const exported = exportsOf(root, names);
  const isExport = (node: Node): boolean => exported.has(node.id);
  const declarators = new Map<string, Node>();
  for (const statement of namedChildren(root))
    if (statement.type === 'lexical_declaration')
      for (const one of namedChildren(statement)) {
        const name = one.childForFieldName('name');
        if (name?.type === 'identifier') declarators.set(name.text, one);
      }

  /** Whether every use of a constant of the module is on the server. */
  const isPrivate = (name: string, known: ReadonlySet<string>): boolean => {
    const own = declarators.get(name);
    if (own === undefined || known.has(name)) return own !== undefined;
    const uses = descendants(root, ...identifiers).filter(
      (node) => node.text === name && !isField(own, 'name', node),
    );
    return uses.length > 0 && uses.every((use) => stands(use, new Set([...known, name])) === true);
  };

  const stands = (node: Node, known: ReadonlySet<string>): boolean | Refusal => {
    for (const at of outwards(node)) {
      if (isExport(at) || (isFunction(at) && isAction(at))) return true;
      const name = at.childForFieldName('name')?.text;
      if (name === undefined || declarators.get(name)?.id !== at.id || exported.size === 0) continue;
      return (
        isPrivate(name, known) || {
          refused: t(
            '{0} is used outside of the code that only the server runs. Use it there only, or call the provider from a server.',
            name,
          ),
        }
      );
    }
    return false;
  };

  return {
    has: ({ start, end }) => {
      const node = root.descendantForIndex(start, end);
      return node !== null && stands(node, new Set());
    },
  };
}

const identifiers = ['identifier', 'shorthand_property_identifier', 'type_identifier'] as const;

/** Ids of the nodes that give the exports of some names their value: functions, and declarators of constants. */
function exportsOf(root: Node, names: readonly string[]): ReadonlySet<number> {
  const wanted = new Set<string>();
  const found = new Set<number>();
  const declared = (statement: Node, isWanted: (name: string) => boolean): void => {
    const list = /^(?:lexical|variable)_declaration$/.test(statement.type)
      ? namedChildren(statement)
      : [statement];
    for (const one of list) if (isWanted(one.childForFieldName('name')?.text ?? '')) found.add(one.id);
  };
  for (const statement of namedChildren(root)) {
    if (statement.type !== 'export_statement') continue;
    const declaration = statement.childForFieldName('declaration');
    if (declaration !== null) declared(declaration, (name) => names.includes(name));
    for (const one of statement.descendantsOfType('export_specifier')) {
      const name = one?.childForFieldName('name')?.text;
      const alias = one?.childForFieldName('alias')?.text ?? name;
      if (name !== undefined && alias !== undefined && names.includes(alias)) wanted.add(name);
    }
  }
  for (const statement of namedChildren(root)) declared(statement, (name) => wanted.has(name));
  return found;
}

const isFunction = ({ type }: Node): boolean =>
  /^(?:function_declaration|function_expression|arrow_function|method_definition)$/.test(type);

/** A function that begins with the directive `"use server"`. */
function isAction(node: Node): boolean {
  const body = node.childForFieldName('body');
  if (body?.type !== 'statement_block') return false;
  for (const statement of children(body).filter(({ type }) => type !== '{' && type !== 'comment')) {
    if (statement.type !== 'expression_statement' || statement.firstChild?.type !== 'string') return false;
    if (/^["']use server["']$/.test(statement.firstChild.text)) return true;
  }
  return false;
}
