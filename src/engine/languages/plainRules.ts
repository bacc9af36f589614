import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import type { LiteralRules, Part, Placement, StringLiteral } from './rewriteLiterals';
import type { Program } from './rewriter';

/** What a language says of which the plain forms are rewritten; every other place refuses. */
export interface PlainLanguage {
  readonly title: string;
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** What the places allow, by the type of the node around an expression; a type that is not named refuses. */
  readonly places: Readonly<Record<string, PlaceRule>>;
  /** The expression that reads a variable, and whether it needs brackets among operators. */
  readonly lookup: (name: string) => string;
  readonly isLoose?: boolean;
  /** The expression that joins two strings: `a .. b`. Absent: text beside a key stays, and so does the key. */
  readonly sum?: { readonly type: string; readonly operator: string };
  /** Types around which an expression with an operator needs brackets, sums apart. */
  readonly tight?: readonly string[];
  /** The lookup to which an expression is the default, and the variable it reads. */
  readonly fallback?: (expression: Node) => Fallback | undefined;
  /** Why the literal is not read as it is written: it is raw, has a prefix, another expression in it. */
  readonly unusual?: (node: Node) => string | undefined;
  /** What stands between the quotes; by default what is between the first and the last part of the node. */
  readonly content?: (node: Node) => StringLiteral['content'];
  /** What text between quotes means; by default with the escapes that most languages share. */
  readonly unescape?: (raw: string, literal: StringLiteral) => string | undefined;
  readonly needs?: readonly string[];
}

export interface Fallback {
  readonly whole: Node;
  readonly name: string;
}

/** Replaces what stands there, or says why not. */
export type PlaceRule = (expression: Node, whole: boolean) => Placement | Refusal;

/** Any expression may stand there. */
export const anywhere: PlaceRule = () => ({});

export const refuse =
  (refused: string): PlaceRule =>
  () => ({ refused });

/** The rules of `rewriteLiterals` for such a language. */
export function plainRules({ text }: Program, language: PlainLanguage): LiteralRules {
  const { sum, places, lookup } = language;
  const isSum = (node: Node | null): boolean =>
    node !== null &&
    sum !== undefined &&
    node.type === sum.type &&
    node.children.some((child) => child?.type === sum.operator || child?.text === sum.operator);
  const needsBrackets = ({ parent }: Node, isWhole: boolean): boolean =>
    (parent !== null && language.tight?.includes(parent.type) === true) || (isWhole && isSum(parent));
  const written = (name: string, expression: Node): string => {
    const code = lookup(name);
    return language.isLoose === true && needsBrackets(expression, true) ? `(${code})` : code;
  };
  return {
    comments: new Set(language.comments),
    strings: new Set(language.strings),
    needs: language.needs ?? [],
    literal: (node) => {
      const why = node.hasError ? 'The string does not end. Mend it first.' : language.unusual?.(node);
      return why === undefined ? { node, content: (language.content ?? contentOf)(node) } : { refused: why };
    },
    joined: (node) => (isSum(node) || isBracket(node) ? namedChildren(node) : undefined),
    unescape: language.unescape ?? ((raw) => unescapeCommon(raw)),
    lookup: written,
    embed: (parts, literal) => {
      if (sum === undefined) return { refused: beside };
      const code = parts
        .map((part) => pieceOf(text, part, literal, (name) => bracketed(lookup(name), language)))
        .join(` ${sum.operator} `);
      return needsBrackets(literal.node, false) ? `(${code})` : code;
    },
    place: (expression, whole) => {
      const fallback = whole ? language.fallback?.(expression) : undefined;
      if (fallback !== undefined) {
        const span = { start: fallback.whole.startIndex, end: fallback.whole.endIndex };
        return { span, name: fallback.name, wrap: () => written(fallback.name, fallback.whole) };
      }
      let around = expression.parent;
      let inner = expression;
      while (around !== null && (isBracket(around) || isSum(around)))
        [inner, around] = [around, around.parent];
      const rule = around === null ? undefined : places[around.type];
      return rule?.(inner, whole) ?? { refused: unknown(language.title) };
    },
  };
}

const beside = 'Text stands beside the key in the same string. Move the key by hand.';

const unknown = (title: string): string =>
  `Keystow does not rewrite keys at this place in ${title}. Move the key by hand.`;

const isBracket = ({ type }: Node): boolean => /^parenthesi[sz]ed_expression$/.test(type);

const bracketed = (code: string, { isLoose }: PlainLanguage): string =>
  isLoose === true ? `(${code})` : code;

function contentOf(node: Node): StringLiteral['content'] {
  return {
    start: node.firstChild?.endIndex ?? node.startIndex + 1,
    end: node.lastChild?.startIndex ?? node.endIndex - 1,
  };
}

function pieceOf(
  text: string,
  part: Part,
  { node, content }: StringLiteral,
  lookup: (name: string) => string,
): string {
  if ('lookup' in part) return lookup(part.lookup);
  return text.slice(node.startIndex, content.start) + part.raw + text.slice(content.end, node.endIndex);
}

/** `lookup or "key"`: the operation whose right side an expression is, where the left one reads a variable. */
export function operatorFallback(
  expression: Node,
  operators: readonly string[],
  nameOf: (node: Node) => string | undefined,
): Fallback | undefined {
  const whole = expression.parent;
  if (whole?.lastChild?.id !== expression.id || whole.childCount !== 3) return undefined;
  const [left, operator] = whole.children;
  const name = left && operators.includes(operator?.text ?? '') ? nameOf(left) : undefined;
  return name === undefined ? undefined : { whole, name };
}

/** Reads the variable's name out of code by a pattern whose first group is the name. */
export const nameBy =
  (pattern: RegExp) =>
  (node: Node): string | undefined =>
    pattern.exec(node.text)?.[1];
