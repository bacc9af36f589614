import type { Node } from 'web-tree-sitter';
import { isField, namedChildren, outwards } from '../syntax/node';
import type { Span } from '../text/span';
import type { PhpRead } from './phpLookup';

/** How PHP code reads and sets variables of the environment. */

/** The variable that an expression reads: `getenv('X')`, `$_ENV['X']`, `env('X')`. */
function readBy(node: Node | null): PhpRead | undefined {
  if (node?.type === 'subscript_expression') {
    const [holder, key] = namedChildren(node);
    const isEnv = /^\$_(?:ENV|SERVER)$/.test(holder?.text ?? '');
    return isEnv ? named(key, node.text, '??') : undefined;
  }
  if (node?.type === 'parenthesized_expression') return readBy(node.namedChild(0));
  if (node === null || !isLookup(node)) return undefined;
  const [first] = argumentsOf(node);
  const isGetenv = /getenv$/i.test(node.childForFieldName('function')?.text ?? '');
  return named(first, node.text, isGetenv ? '?:' : '??');
}

function named(literal: Node | undefined, code: string, operator: PhpRead['operator']): PhpRead | undefined {
  const match = /^(["'])(\w+)\1$/.exec(literal?.text ?? '');
  return match === null ? undefined : { name: match[2] ?? '', quote: match[1] ?? "'", code, operator };
}

const argumentsOf = (call: Node): readonly (Node | undefined)[] => {
  const list = call.childForFieldName('arguments');
  return list === null ? [] : namedChildren(list).map((argument) => namedChildren(argument).at(-1));
};

/** `getenv(…)`, `env(…)`, `Env::get(…)`. */
function isLookup(call: Node): boolean {
  if (call.type === 'function_call_expression')
    return /^\\?(?:getenv|env)$/i.test(call.childForFieldName('function')?.text ?? '');
  return (
    call.type === 'scoped_call_expression' &&
    /(?:^|\\)Env$/.test(call.childForFieldName('scope')?.text ?? '') &&
    call.childForFieldName('name')?.text === 'get'
  );
}

export interface Fetched extends PhpRead {
  /** What the lookup, and what is done where it finds nothing, take the place of. */
  readonly span: Span;
  /** The expression that is replaced. */
  readonly node: Node;
}

/** The lookup whose fallback a literal is: `getenv('X') ?: '…'`, `$_ENV['X'] ?? '…'`, `env('X', '…')`. */
export function fetched(literal: Node): Fetched | undefined {
  const at = unbracketed(literal);
  const { parent } = at;
  if (parent?.type === 'argument') {
    const call = parent.parent?.parent ?? null;
    const list = parent.parent;
    if (call === null || list === null || !isLookup(call) || namedChildren(list)[1]?.id !== parent.id)
      return undefined;
    const first = namedChildren(list)[0];
    const code = `${call.text.slice(0, (first?.endIndex ?? call.startIndex) - call.startIndex)})`;
    const read = named(argumentsOf(call)[0], code, '??');
    return read && { ...read, node: call, span: { start: call.startIndex, end: call.endIndex } };
  }
  if (parent?.type === 'binary_expression' && parent.childForFieldName('operator')?.type === '??') {
    const left = parent.childForFieldName('left');
    return isField(parent, 'right', at) ? replaced(readBy(left), left, parent) : undefined;
  }
  if (parent?.type !== 'conditional_expression') return undefined;
  const [condition, body, alternative] = ['condition', 'body', 'alternative'].map((field) =>
    parent.childForFieldName(field),
  );
  if (!body) {
    if (alternative?.id !== at.id || !condition) return undefined;
    const last = lastOf(condition);
    return replaced(readBy(last), last, parent);
  }
  const other = body.id === at.id ? alternative : body;
  const read = readBy(other ?? null);
  return condition?.text.includes(read?.name ?? '\n') ? replaced(read, parent, parent) : undefined;
}

/** The last operand of `$a ?? $b ?: $c`. */
function lastOf(node: Node): Node {
  const isShort = node.type === 'conditional_expression' && !node.childForFieldName('body');
  const isOr = node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '??';
  const last = node.childForFieldName(isShort ? 'alternative' : 'right');
  return (isShort || isOr) && last !== null ? lastOf(last) : node;
}

const replaced = (read: PhpRead | undefined, from: Node | null, node: Node): Fetched | undefined =>
  read && { ...read, node, span: { start: from?.startIndex ?? node.startIndex, end: node.endIndex } };

/** The expression with the brackets around it. */
export function unbracketed(node: Node): Node {
  let at = node;
  while (at.parent?.type === 'parenthesized_expression') at = at.parent;
  return at;
}

/** ` X` where a statement sets the variable X, an empty text where its name cannot be told. */
export function settingStatement(at: Node): string | undefined {
  for (const node of outwards(at)) {
    if (/^(?:augmented_)?assignment_expression$/.test(node.type)) {
      const left = node.childForFieldName('left');
      const name = /^\$_(?:ENV|SERVER)\[["']?(?!HTTP_)(\w+)["']?\]$/.exec(left?.text ?? '')?.[1];
      if (name !== undefined && left !== null && at.startIndex >= left.endIndex) return name;
    }
    const callee = node.type === 'function_call_expression' ? node.childForFieldName('function')?.text : '';
    if (/^\\?(?:putenv|apache_setenv)$/i.test(callee ?? '')) {
      const name = /^["'](\w+)/.exec(argumentsOf(node)[0]?.text ?? '')?.[1];
      return name ?? '';
    }
    if (/(?:_statement|_declaration|^program|^arguments)$/.test(node.type) && node.type !== 'arguments')
      return undefined;
  }
  return undefined;
}
