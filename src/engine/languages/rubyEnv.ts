import type { Node } from 'web-tree-sitter';
import { isField, namedChildren, outwards } from '../syntax/node';
import type { Span } from '../text/span';

/** How Ruby code reads and sets variables of the environment. */

const isEnv = (node: Node | null): boolean => node?.text === 'ENV' || node?.text === '::ENV';

/** Whether a call is `ENV.fetch(…)`. */
export const isReader = (call: Node): boolean =>
  isEnv(call.childForFieldName('receiver')) && call.childForFieldName('method')?.text === 'fetch';

/** What may follow a lookup that only makes sure of a string. */
const harmless = /^(?:presence|to_s|dup|freeze)$/;

interface Read {
  readonly name: string;
  /** The quote that the name is written with. */
  readonly quote: string;
}

/** The variable that an expression reads: `ENV["X"]`, `ENV.fetch("X", nil)`, `ENV["X"].presence`. */
function readBy(node: Node | null | undefined): Read | undefined {
  if (!node) return undefined;
  if (node.type === 'element_reference')
    return isEnv(node.childForFieldName('object')) ? nameIn(namedChildren(node)[1]) : undefined;
  if (node.type !== 'call') return undefined;
  if (isReader(node)) {
    const [first, second] = argumentsOf(node);
    const isEmpty = second === undefined || /^(?:nil|""|'')$/.test(second.text);
    return isEmpty && !node.childForFieldName('block') ? nameIn(first) : undefined;
  }
  const method = node.childForFieldName('method')?.text ?? '';
  return harmless.test(method) ? readBy(node.childForFieldName('receiver')) : undefined;
}

function nameIn(literal: Node | undefined): Read | undefined {
  const match = /^(["'])(\w+)\1$/.exec(literal?.text ?? '');
  return match === null ? undefined : { name: match[2] ?? '', quote: match[1] ?? '"' };
}

const argumentsOf = (call: Node): readonly Node[] => {
  const list = call.childForFieldName('arguments');
  return list === null ? [] : namedChildren(list);
};

export interface Fetched extends Read {
  /** The lookup with its fallback. */
  readonly node: Node;
  /** What of it becomes the lookup: `ENV["A"] ||` before it stays. */
  readonly span: Span;
}

/** The lookup whose fallback a literal is: `ENV["X"] || "…"`, `ENV.fetch("X", "…")`, `ENV.fetch("X") { "…" }`. */
export function fetched(literal: Node): Fetched | undefined {
  let at = unbracketed(literal);
  while (at.parent?.type === 'call' && isField(at.parent, 'receiver', at)) {
    if (!harmless.test(at.parent.childForFieldName('method')?.text ?? '')) break;
    at = unbracketed(at.parent);
  }
  const { parent } = at;
  if (parent === null) return undefined;
  const found = (read: Read | undefined, node: Node, start?: number): Fetched | undefined => {
    if (read === undefined) return undefined;
    const outer = unbracketed(node);
    return { ...read, node: outer, span: { start: start ?? outer.startIndex, end: outer.endIndex } };
  };
  if (parent.type === 'binary') {
    const isOr = /^(?:\|\||or)$/.test(parent.childForFieldName('operator')?.type ?? '');
    if (!isOr || !isField(parent, 'right', at)) return undefined;
    const left = parent.childForFieldName('left');
    const last = left?.type === 'binary' ? left.childForFieldName('right') : left;
    if (!last || last.id === left?.id) return found(readBy(last), parent);
    const read = readBy(last);
    return read && { ...read, node: parent, span: { start: last.startIndex, end: parent.endIndex } };
  }
  if (parent.type === 'conditional') {
    const other = ['consequence', 'alternative']
      .map((field) => parent.childForFieldName(field))
      .find((branch) => branch?.id !== at.id);
    const read = readBy(other);
    const condition = parent.childForFieldName('condition')?.text ?? '';
    return read && /\bENV\b/.test(condition) && condition.includes(read.name)
      ? found(read, parent)
      : undefined;
  }
  if (parent.type === 'argument_list' && parent.parent?.type === 'call') {
    const [first, second] = namedChildren(parent);
    const isDefault = isReader(parent.parent) && second?.id === at.id;
    return isDefault ? found(nameIn(first), parent.parent) : undefined;
  }
  if (/^(?:block_body|body_statement)$/.test(parent.type) && parent.namedChildCount === 1) {
    const call = parent.parent?.parent;
    return call?.type === 'call' && isReader(call) ? found(nameIn(argumentsOf(call)[0]), call) : undefined;
  }
  return undefined;
}

/** The expression with the brackets around it. */
export function unbracketed(node: Node): Node {
  let at = node;
  while (at.parent?.type === 'parenthesized_statements' && at.parent.namedChildCount === 1) at = at.parent;
  return at;
}

const setters = /^(?:store|update|merge!|replace|\[\]=)$/;

/** ` X` where a line sets the variable X, an empty text where its name cannot be told. */
export function settingCall(at: Node): string | undefined {
  const named = (read: Read | undefined): string => read?.name ?? '';
  for (const node of outwards(at)) {
    const left = /^(?:operator_)?assignment$/.test(node.type) ? node.childForFieldName('left') : null;
    if (left?.type === 'element_reference' && isEnv(left.childForFieldName('object')))
      return isField(node, 'left', at) ? undefined : named(nameIn(namedChildren(left)[1]));
    if (node.type === 'call' && isEnv(node.childForFieldName('receiver'))) {
      const method = node.childForFieldName('method')?.text ?? '';
      if (setters.test(method)) return method === 'store' ? named(nameIn(argumentsOf(node)[0])) : '';
    }
    if (/^(?:program|body_statement|block_body|then|argument_list)$/.test(node.type) && node.id !== at.id) {
      if (node.type !== 'argument_list' || !isEnv(node.parent?.childForFieldName('receiver') ?? null))
        return undefined;
    }
  }
  return undefined;
}

/** A statement that does nothing but set a variable of the environment: `.env` sets it from now on. */
export function settingStatement(at: Node): { readonly name: string; readonly statement: Node } | undefined {
  const statement = at.parent;
  const left = statement?.childForFieldName('left');
  if (!/^(?:operator_)?assignment$/.test(statement?.type ?? '') || !isField(statement, 'right', at))
    return undefined;
  if (left?.type !== 'element_reference' || !isEnv(left.childForFieldName('object'))) return undefined;
  const name = nameIn(namedChildren(left)[1])?.name;
  const isAlone = /^(?:program|body_statement)$/.test(statement?.parent?.type ?? '');
  return statement !== null && name !== undefined && isAlone ? { name, statement } : undefined;
}
