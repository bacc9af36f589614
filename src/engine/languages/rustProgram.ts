import type { Node } from 'web-tree-sitter';
import { children, enclosing, isField, namedChildren, nodesWith } from '../syntax/node';
import type { Program } from './rewriter';

/** A Rust file, and what of its project decides what may be written. */
export interface RustProgram extends Program {
  /** The minor version of Rust that the project must be built by: 80 for 1.80; infinite where nothing is said. */
  readonly minor: number;
  /** The texts of the modules that have files of their own below this one, and see its private items. */
  readonly below: readonly string[];
}

export async function rustProgram(program: Program): Promise<RustProgram> {
  const cargo = await program.project.nearest(['Cargo.toml']);
  const version = /^\s*rust-version\s*=\s*["']1\.(\d+)/m.exec(cargo?.text ?? '')?.[1];
  const below: string[] = [];
  for (const module of nodesWith(program.root, /\bmod\b/g, 'mod_item')) {
    const name =
      module?.childForFieldName('body') === null ? module.childForFieldName('name')?.text : undefined;
    if (name === undefined || below.length >= 50) continue;
    const file = await program.project.nearest([`${name}.rs`, `${name}/mod.rs`]);
    if (file !== undefined) below.push(file.text);
  }
  return { ...program, minor: version === undefined ? Number.POSITIVE_INFINITY : Number(version), below };
}

const owningMethods = /^(?:to_string|to_owned|into|to_string_lossy)$/;

/** A call that makes a `String` of a literal: `"…".to_string()`, `String::from("…")`. */
export interface OwningCall {
  readonly call: Node;
  readonly literal: Node;
  /** `.into()` makes whatever its place asks for. */
  readonly isInto: boolean;
}

export function isOwningCall(call: Node): OwningCall | undefined {
  if (call.type !== 'call_expression') return undefined;
  const target = call.childForFieldName('function');
  const given = namedChildren(call.childForFieldName('arguments') ?? call);
  if (target?.type === 'field_expression' && given.length === 0) {
    const method = target.childForFieldName('field')?.text ?? '';
    const literal = target.childForFieldName('value');
    if (literal !== null && owningMethods.test(method)) return { call, literal, isInto: method === 'into' };
  }
  const [literal] = given;
  if (
    literal !== undefined &&
    given.length === 1 &&
    /^(?:std::string::)?String::from$/.test(target?.text ?? '')
  )
    return { call, literal, isInto: false };
  return undefined;
}

/** The owning call that an expression is the literal of. */
export function owningCallAround(expression: Node): OwningCall | undefined {
  const { parent } = expression;
  if (parent === null) return undefined;
  const call = parent.type === 'field_expression' || parent.type === 'arguments' ? parent.parent : undefined;
  const owned = call ? isOwningCall(call) : undefined;
  return owned?.literal.id === expression.id ? owned : undefined;
}

/** The one function of this name in the file. */
export function functionNamed(root: Node, name: string): Node | undefined {
  const named = nodesWith(root, new RegExp(`\\bfn\\s+${name}\\b`, 'g'), 'function_item').filter(
    (one) => one.childForFieldName('name')?.text === name,
  );
  return named.length === 1 ? (named[0] ?? undefined) : undefined;
}

/** The type of the parameter that an argument of a call is given to, and what the function returns. */
export function parameterOf(
  root: Node,
  call: Node,
  argument: Node,
): { readonly type: string; readonly returns: string } | undefined {
  const target = call.childForFieldName('function');
  const name = /(\w+)$/.exec(target?.text ?? '')?.[1];
  const found = name === undefined ? undefined : functionNamed(root, name);
  if (found === undefined) return undefined;
  const parameters = namedChildren(found.childForFieldName('parameters') ?? found).filter(
    ({ type }) => type === 'parameter' || (type === 'self_parameter' && target?.type !== 'field_expression'),
  );
  const index = namedChildren(call.childForFieldName('arguments') ?? call).findIndex(
    ({ id }) => id === argument.id,
  );
  const type = parameters[index]?.childForFieldName('type')?.text;
  if (type === undefined) return undefined;
  const bound = new RegExp(`\\b${type.replace(/\W/g, '')}\\s*:\\s*([^,>]+>?)`);
  const generics = found.childForFieldName('type_parameters')?.text ?? '';
  const where = children(found).find(({ type: kind }) => kind === 'where_clause')?.text ?? '';
  const isName = /^\w+$/.test(type);
  const bounds = isName ? (bound.exec(generics)?.[1] ?? bound.exec(where)?.[1]) : undefined;
  return {
    type: bounds === undefined ? type : `impl ${bounds}`,
    returns: found.childForFieldName('return_type')?.text ?? '',
  };
}

/** The type of a field, where its struct is in the file. */
export function fieldType(root: Node, initializer: Node): string | undefined {
  const struct =
    enclosing(initializer, new Set(['struct_expression']))?.childForFieldName('name')?.text ?? '';
  const own =
    struct === 'Self'
      ? enclosing(initializer, new Set(['impl_item']))?.childForFieldName('type')?.text
      : struct;
  const name = (own ?? '').replace(/<.*$/s, '').split('::').at(-1);
  const field = initializer.childForFieldName('field')?.text ?? initializer.text;
  const item = nodesWith(root, /\bstruct\b/g, 'struct_item').find(
    (one) => one.childForFieldName('name')?.text === name,
  );
  return item
    ?.descendantsOfType('field_declaration')
    .find((one) => one?.childForFieldName('name')?.text === field)
    ?.childForFieldName('type')?.text;
}

/** Whether a type of the file holds borrowed values: `Client<'a>`. */
export const borrows = (root: Node, type: string): boolean =>
  /[&']/.test(type) ||
  nodesWith(root, /\b(?:struct|enum)\b/g, 'struct_item', 'enum_item').some(
    (one) =>
      one !== null &&
      new RegExp(`\\b${one.childForFieldName('name')?.text ?? ' '}\\b`).test(type) &&
      /'/.test(one.childForFieldName('type_parameters')?.text ?? ''),
  );

/** The function or closure whose value an expression is, with the type that it is declared to return. */
export function returnedFrom(expression: Node): { readonly type: string | undefined } | undefined {
  let at = expression;
  for (;;) {
    const { parent } = at;
    if (parent === null) return undefined;
    if (parent.type === 'function_item') return { type: parent.childForFieldName('return_type')?.text };
    if (parent.type === 'closure_expression') return { type: parent.childForFieldName('return_type')?.text };
    const isTail = parent.type === 'block' && namedChildren(parent).at(-1)?.id === at.id;
    const isValue =
      parent.type === 'return_expression' ||
      parent.type === 'parenthesized_expression' ||
      parent.type === 'if_expression' ||
      parent.type === 'else_clause' ||
      parent.type === 'match_block' ||
      parent.type === 'match_expression' ||
      (parent.type === 'expression_statement' && !/;$/.test(parent.text)) ||
      (parent.type === 'match_arm' && isField(parent, 'value', at));
    if (parent.type === 'return_expression') {
      const owner = enclosing(parent, new Set(['function_item', 'closure_expression']));
      return { type: owner?.childForFieldName('return_type')?.text };
    }
    if (!isTail && !isValue) return undefined;
    at = parent;
  }
}
