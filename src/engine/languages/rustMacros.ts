import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, namedChildren } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import type { Part, Placement, StringLiteral } from './rewriteLiterals';
import type { RustProgram } from './rustProgram';
import { type FormName, written } from './rustString';

/** Macros that format, by where their format string stands among the arguments. */
const formatAt: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'format print println eprint eprintln panic format_args unreachable todo unimplemented anyhow bail info warn error debug trace'
      .split(' ')
      .map((name) => [name, 0]),
  ),
  ...Object.fromEntries('write writeln assert debug_assert ensure log'.split(' ').map((name) => [name, 1])),
  assert_eq: 2,
  assert_ne: 2,
};
/** Macros that take nothing but a literal. */
const literalOnly =
  /^(?:env|option_env|include|include_str|include_bytes|stringify|compile_error|asm|global_asm|query|query_as|query_scalar|literal|hex|obfstr)$/;

export interface Macro {
  readonly name: string;
  /** The arguments in their brackets. */
  readonly tree: Node;
  /** Where it is not inside of another macro. */
  readonly invocation?: Node;
}

/** The macro, or `name(…)` inside of one, whose arguments a token is among. */
export function macroOf(token: Node): Macro | undefined {
  const tree = token.parent;
  if (tree?.type !== 'token_tree' || tree.parent === null) return undefined;
  const { parent } = tree;
  if (parent.type === 'macro_invocation') {
    const path = parent.childForFieldName('macro')?.text ?? '';
    return { name: path.split('::').at(-1) ?? '', tree, invocation: parent };
  }
  const beside = children(parent);
  const at = beside.findIndex(({ id }) => id === tree.id);
  const isMacro = beside[at - 1]?.text === '!';
  const name = beside[at - (isMacro ? 2 : 1)];
  return { name: name?.type === 'identifier' ? (isMacro ? name.text : `${name.text}()`) : '', tree };
}

/** The arguments before a token, and what stands next to it. */
function amongArguments({ tree }: Macro, token: Node): { index: number; before: string; after: string } {
  const tokens = children(tree);
  const at = tokens.findIndex(({ id }) => id === token.id);
  return {
    index: tokens.slice(0, at).filter(({ text }) => text === ',').length,
    before: tokens[at - 1]?.text ?? '',
    after: tokens[at + 1]?.text ?? '',
  };
}

export function isFormatString(literal: Node): boolean {
  const macro = macroOf(literal);
  if (macro === undefined) return false;
  const { index, before } = amongArguments(macro, literal);
  return formatAt[macro.name] === index && /^[([{,]$/.test(before);
}

/** Whether a token, or a path up to it, is an argument that is formatted or compared, and so borrowed, by its macro. */
export function isFormatArgument(token: Node, first: Node = token): boolean {
  const macro = macroOf(token);
  if (macro === undefined || formatAt[macro.name] === undefined) return false;
  const { before } = amongArguments(macro, first);
  const { after } = amongArguments(macro, token);
  return /^(?:[([{,=!]|[=!]=)$/.test(before) && /^(?:[)\]},]|[=!]=)$/.test(after);
}

/** `{}` and the like that take the next argument. */
const implicit = (raw: string): number =>
  raw.replace(/\{\{|\}\}/g, '').match(/\{(?::[^{}]*)?\}/g)?.length ?? 0;

/** A literal with lookups in it: `format!("Bearer {}", …)`, or itself where it is a format string already. */
export function formatted(
  parts: readonly Part[],
  { node, content }: StringLiteral,
  text: string,
  lookup: (name: string) => string,
): string {
  const open = text.slice(node.startIndex, content.start);
  const close = text.slice(content.end, node.endIndex);
  if (isFormatString(node)) {
    const raw = text.slice(content.start, content.end);
    const { tree } = macroOf(node) ?? { tree: node };
    const following = children(tree).filter(({ startIndex }) => startIndex >= node.endIndex);
    const isNamed = following.some(({ text: token }) => token === '=') || /\{\d|\$/.test(raw);
    const given = following.filter(
      ({ type }, index) => type === ',' && !/^[)\]}]$/.test(following[index + 1]?.text ?? ')'),
    );
    const first = parts.findIndex((part) => 'lookup' in part);
    const before = parts.slice(0, first).map((part) => ('raw' in part ? part.raw : ''));
    const inOrder = implicit(raw) === implicit(before.join('')) && implicit(raw) === given.length;
    const hole = (name: string): string => (inOrder && !isNamed ? '{}' : `{${name.toLowerCase()}}`);
    return open + parts.map((part) => ('raw' in part ? part.raw : hole(part.lookup))).join('') + close;
  }
  const braced = parts.map((part) => ('raw' in part ? part.raw.replace(/[{}]/g, '$&$&') : '{}')).join('');
  const names = parts.flatMap((part) => ('lookup' in part ? [lookup(part.lookup)] : []));
  return `format!(${open}${braced}${close}, ${names.join(', ')})`;
}

/** The place of a literal among the tokens of a macro. */
export function tokenPlacement(
  rust: RustProgram,
  literal: Node,
  macro: Macro,
  whole: boolean,
  lookup: (name: string) => string,
): Placement | Refusal {
  if (macro.name === 'matches')
    return { refused: t('The key is a pattern of matches!. Compare it with == instead.') };
  if (literalOnly.test(macro.name))
    return { refused: t('{0}! takes nothing but a literal. Move the key by hand.', macro.name) };
  if (macro.name === 'set_var()')
    return {
      refused: t('This line sets the environment variable itself. Delete it and put the key into .env.'),
    };
  if (isFormatString(literal)) return formatPlacement(literal, macro, whole, lookup);
  const owned = owningTokens(literal, macro);
  if (owned !== undefined)
    return { span: owned.span, wrap: (code) => written(rust, owned.isInto ? 'into' : 'owned', code) };
  const { before, after } = amongArguments(macro, literal);
  if (after === ':' && insideOf(literal, 'json')) return { refused: t('The key is the name of a property.') };
  return { wrap: (code) => written(rust, tokenForm(literal, macro, before, after), code) };
}

function tokenForm(literal: Node, macro: Macro, before: string, after: string): FormName {
  if (isFormatArgument(literal) || insideOf(literal, 'json')) return 'owned';
  if (/^[=!]=$/.test(before)) return 'owned';
  // What a method borrows lives as long as the macro's own arguments do.
  if (after === '.') return formatAt[macro.name] === undefined ? 'leaked' : 'owned';
  if (before === '&' || before === '+') return before === '&' ? 'str' : 'borrowed';
  if (/^[a-z_]\w*\(\)$/.test(macro.name) && !/^(?:insert|push|from)\(/.test(macro.name)) return 'borrowed';
  return 'static';
}

/** Whether a token stands in the arguments of a macro, however deep. */
function insideOf(token: Node, name: string): boolean {
  for (let at: Node | null = token.parent; at !== null && at.type === 'token_tree'; at = at.parent)
    if (at.parent?.type === 'macro_invocation')
      return at.parent.childForFieldName('macro')?.text.endsWith(name) ?? false;
  return false;
}

/** `"…".to_string()` and `String::from("…")` among tokens. */
function owningTokens(
  literal: Node,
  { tree }: Macro,
): { readonly span: { readonly start: number; readonly end: number }; readonly isInto: boolean } | undefined {
  const tokens = children(tree);
  const at = tokens.findIndex(({ id }) => id === literal.id);
  const [dot, method, call] = tokens.slice(at + 1, at + 4);
  if (dot?.text === '.' && /^(?:to_string|to_owned|into)$/.test(method?.text ?? '') && call?.text === '()')
    return { span: { start: literal.startIndex, end: call.endIndex }, isInto: method?.text === 'into' };
  const around = tree.parent === null ? [] : children(tree.parent);
  const index = around.findIndex(({ id }) => id === tree.id);
  const [type, colons, from] = around.slice(Math.max(0, index - 3), index);
  if (
    namedChildren(tree).length === 1 &&
    type?.text === 'String' &&
    colons?.text === '::' &&
    from?.text === 'from'
  )
    return { span: { start: type.startIndex, end: tree.endIndex }, isInto: false };
  return undefined;
}

/** A key in a format string becomes a hole, which the last arguments fill. */
function formatPlacement(
  literal: Node,
  { tree }: Macro,
  whole: boolean,
  lookup: (name: string) => string,
): Placement {
  const tokens = children(tree);
  const beforeLast = tokens.at(-2);
  const end = (beforeLast?.text === ',' ? tokens.at(-3) : beforeLast)?.endIndex ?? literal.endIndex;
  return {
    ...(whole ? { wrap: () => '"{}"' } : {}),
    also: (code, names): readonly TextEdit[] => {
      const given = names.map((name) =>
        code.includes(`{${name.toLowerCase()}}`) ? `${name.toLowerCase()} = ${lookup(name)}` : lookup(name),
      );
      return [insert(end, [...new Set(given)].map((one) => `, ${one}`).join(''))];
    },
  };
}

/** `concat!("Bearer ", "…")` as one string around the code of one of its literals. */
export function concatPlacement(
  invocation: Node,
  literal: Node,
): { readonly merge: (code: string) => string } | Refusal {
  const tree = namedChildren(invocation).find(({ type }) => type === 'token_tree');
  const operands = namedChildren(tree ?? invocation);
  if (operands.some(({ type, text }) => type !== 'string_literal' || !text.startsWith('"')))
    return { refused: t('The key is in a concat! with other things than strings. Use format! there first.') };
  const raw = (list: readonly Node[]): string =>
    list.map(({ text }) => text.slice(1, -1).replace(/[{}]/g, '$&$&')).join('');
  const at = operands.findIndex(({ id }) => id === literal.id);
  const [before, after] = [raw(operands.slice(0, at)), raw(operands.slice(at + 1))];
  return {
    merge: (code) => {
      if (before === '' && after === '') return code;
      const inner = /^format!\("(.*?)", ((?:::)?(?:std::)?env::var\(.*)\)$/s.exec(code);
      return `format!("${before}${inner?.[1] ?? '{}'}${after}", ${inner?.[2] ?? code})`;
    },
  };
}
