import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, enclosing, namedChildren, nodesWith, outwards, spanOf } from '../syntax/node';
import { t } from '../text/l10n';
import { type LiteralRules, type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';
import { constantPlacement, enclosingConstant } from './rustConstants';
import { fallbackPlacement, missing } from './rustFallbacks';
import { formOf, inForm } from './rustForms';
import { importLazyLock, importsEnv } from './rustImports';
import { concatPlacement, formatted, macroOf, tokenPlacement } from './rustMacros';
import { isOwningCall, type RustProgram, rustProgram } from './rustProgram';

/**
 * Rust: `std::env::var("X").expect("X is not set")`, with `unwrap_or_default()` in the plain style: a `String` that is
 * borrowed or kept as its place asks.
 */
export async function rustRewriter(program: Program): Promise<Rewriter> {
  const rust = await rustProgram(program);
  const rules = rulesOf(rust);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    additions: (sites) =>
      sites.some(({ needs }) => needs.includes('LazyLock')) ? importLazyLock(program) : [],
  };
}

/** What a place with a literal and nothing else in it is read for: these take no other expression. */
const patterns = new Set([
  'match_pattern',
  'tuple_struct_pattern',
  'struct_pattern',
  'or_pattern',
  'tuple_pattern',
]);

function rulesOf(rust: RustProgram): LiteralRules {
  const { root, text, style } = rust;
  const standard = nodesWith(root, /\bstd\b/g, 'mod_item').some(
    (one) => one.childForFieldName('name')?.text === 'std',
  )
    ? '::std::env'
    : 'std::env';
  const inRoot = importsEnv(root) ? 'env' : standard;
  const lookup = (name: string): string => `${inRoot}::var("${name}").${missing(name, style)}`;
  return {
    comments: new Set(['line_comment', 'block_comment']),
    strings: new Set(['string_literal', 'raw_string_literal']),
    needs: [],
    literal: (node) => {
      const open = /^(?:[bc]?r?#*")/.exec(node.text)?.[0] ?? '"';
      if (/^[bc]/.test(open))
        return {
          refused: t('The key is in a byte string. Make it a str first, and take its bytes with as_bytes().'),
        };
      const close = open.replace(/^r/, '').length;
      return { node, content: { start: node.startIndex + open.length, end: node.endIndex - close } };
    },
    joined: (node) => joinedOperands(node),
    lookup,
    unescape: (raw, { node }) => {
      if (node.type === 'raw_string_literal') return raw;
      // A line that goes on is read without the blanks that the next begins with.
      const one = raw.replace(/\\\r?\n\s*/g, '');
      return one.includes('\\') ? undefined : one;
    },
    embed: (parts, literal) => formatted(parts, literal, text, lookup),
    place: (expression, whole) => {
      const placed = placeOf(rust, expression, whole, lookup);
      if ('refused' in placed) return placed;
      return inRoot === 'env' && isInOtherModule(expression) ? withFullPath(placed, standard) : placed;
    },
  };
}

function placeOf(
  rust: RustProgram,
  expression: Node,
  whole: boolean,
  lookup: (name: string) => string,
): Placement | Refusal {
  const refusal = unplaceable(rust, expression);
  if (refusal !== undefined) return refusal;
  const fallback = fallbackPlacement(rust, expression, whole);
  if (fallback !== undefined) return fallback;
  const macro = macroOf(expression);
  if (macro?.name === 'concat' && expression.type !== 'macro_invocation') {
    const invocation = macro.invocation;
    if (invocation === undefined) return { refused: t('The key is in a concat! inside of another macro.') };
    const concat = concatPlacement(invocation, expression);
    if ('refused' in concat) return concat;
    const outer = placeOf(rust, invocation, false, lookup);
    if ('refused' in outer) return outer;
    return {
      ...outer,
      span: outer.span ?? spanOf(invocation),
      wrap: (code, names) => (outer.wrap ?? ((inner) => inner))(concat.merge(code), names),
    };
  }
  if (macro !== undefined) return tokenPlacement(rust, expression, macro, whole, lookup);
  const constant = enclosingConstant(expression);
  if (constant !== undefined) return constantPlacement(rust, constant, expression);
  const form = formOf(rust, expression, expression);
  if ('refused' in form) return form;
  return inForm(rust, form);
}

function unplaceable({ root }: RustProgram, expression: Node): Refusal | undefined {
  if (/^\s*#!\[no_std\]/m.test(root.text.slice(0, 4000)))
    return { refused: t('This crate is built without std, so it has no environment to read.') };
  for (const at of outwards(expression)) {
    if (/^(?:inner_)?attribute_item$/.test(at.type))
      return {
        refused: t('The key is in an attribute, which must be a literal. Give the value in code instead.'),
      };
    if (at.type === 'macro_definition')
      return { refused: t('The key is in the definition of a macro. Take it out into a function first.') };
    if (patterns.has(at.type) && at.type !== 'match_pattern')
      return { refused: t('The key is a pattern of match. Compare it with == instead.') };
    if (at.type === 'match_pattern') {
      const condition = at.childForFieldName('condition');
      if (condition !== null && condition.startIndex <= expression.startIndex) break;
      return { refused: t('The key is a pattern of match. Compare it with == instead.') };
    }
    if (at.type === 'enum_variant' || at.type === 'const_block')
      return { refused: t('The value must be known when the program is built. Move the key by hand.') };
    if (at.type === 'function_item') {
      const modifiers = children(at).find(({ type }) => type === 'function_modifiers');
      if (/\bconst\b/.test(modifiers?.text ?? ''))
        return { refused: t('A const fn cannot read the environment. Take const away first.') };
      break;
    }
  }
  const call = enclosing(expression, new Set(['arguments', 'token_tree', 'block']));
  if (
    call?.type === 'arguments' &&
    /(?:^|::)set_var$/.test(call.parent?.childForFieldName('function')?.text ?? '')
  )
    return {
      refused: t('This line sets the environment variable itself. Delete it and put the key into .env.'),
    };
  return undefined;
}

/** `concat!("a", "b")`, `"a".to_string() + "b"`. */
function joinedOperands(node: Node): readonly Node[] | undefined {
  if (node.type === 'macro_invocation' && node.childForFieldName('macro')?.text === 'concat') {
    const tree = namedChildren(node).find(({ type }) => type === 'token_tree');
    return tree === undefined ? undefined : namedChildren(tree);
  }
  if (node.type === 'binary_expression')
    return node.childForFieldName('operator')?.text === '+' ? namedChildren(node) : undefined;
  if (node.type === 'parenthesized_expression') return namedChildren(node);
  const owned = isOwningCall(node);
  return owned === undefined ? undefined : [owned.literal];
}

/** Whether a node stands in a module of its own, which does not see what the file imports. */
function isInOtherModule(node: Node): boolean {
  const module = enclosing(node, new Set(['mod_item']));
  const body = module?.childForFieldName('body');
  return body !== null && body !== undefined && !importsEnv(body) && !/\buse super::\*;/.test(body.text);
}

const withFullPath = (placed: Placement, path: string): Placement => {
  const full = (code: string): string => code.replace(/(?<![\w:])env::var\("/g, `${path}::var("`);
  const { wrap, also } = placed;
  return {
    ...placed,
    wrap: (code, names) => full(wrap === undefined ? code : wrap(code, names)),
    ...(also === undefined
      ? {}
      : {
          also: (code, names) => also(code, names).map((edit) => ({ ...edit, newText: full(edit.newText) })),
        }),
  };
};
