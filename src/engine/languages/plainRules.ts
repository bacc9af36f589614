import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import { t } from '../text/l10n';
import type { Fallback } from './plainDefaults';
import { type LiteralRules, type Placement, type StringLiteral, setsVariable } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** What a language says of which the plain forms are rewritten; every other place refuses. */
export interface PlainLanguage {
  readonly title: string;
  readonly comments: readonly string[];
  readonly strings: readonly string[];
  /** What the places allow, by the type of the node around an expression; a type that is not named refuses. */
  readonly places: Readonly<Record<string, PlaceRule>>;
  /** The expression that reads a variable, and whether it needs brackets among operators. */
  readonly lookup: (name: string, expression: Node) => string;
  readonly isLoose?: boolean;
  /** What stands around an expression inside of a literal: `${` and `}`. Absent, or undefined: text is joined by `sum`. */
  readonly interpolate?: (literal: StringLiteral) => readonly [open: string, close: string] | undefined;
  /** The expression that joins two strings: `a .. b`. Absent too: text beside a key stays, and so does the key. */
  readonly sum?: { readonly type: string; readonly operator: string };
  /** Types around which an expression with an operator needs brackets, sums apart; or whether one does where it stands. */
  readonly tight?: readonly string[] | ((expression: Node) => boolean);
  /** Nodes that hold one other and mean what it means. */
  readonly isThrough?: (node: Node) => boolean;
  /** What sets a variable of the environment to an expression. */
  readonly setting?: (expression: Node) => Setting | undefined;
  /** The lookup to which an expression is the default, and the variable it reads. */
  readonly fallback?: (expression: Node) => Fallback | undefined;
  /** Why the literal is not read as it is written: it is raw, has a prefix, another expression in it. */
  readonly unusual?: (node: Node) => string | undefined;
  /** What stands between the quotes; by default what is between the first and the last part of the node. */
  readonly content?: (node: Node) => StringLiteral['content'];
  /** The quotes of the parts of a literal that is taken apart; by default those that it has. */
  readonly quotes?: (literal: StringLiteral) => readonly [open: string, close: string] | undefined;
  /** What text between quotes means; by default with the escapes that most languages share. */
  readonly unescape?: (raw: string, literal: StringLiteral) => string | undefined;
  readonly needs?: readonly string[];
}

/** What sets a variable; without a statement it does more than that, or is a part of something else. */
export interface Setting {
  readonly name: string;
  readonly statement?: Node;
}

/** Replaces what stands there, or says why not. */
export type PlaceRule = (expression: Node, whole: boolean) => Placement | Refusal;

/** Any expression may stand there. */
export const anywhere: PlaceRule = () => ({});

export const refuse =
  (refused: string): PlaceRule =>
  () => ({ refused });

/** What stands in this field of the node around it. */
export const inField =
  (field: string, refused?: string): PlaceRule =>
  (expression): Placement | Refusal =>
    expression.parent?.childrenForFieldName(field).some((one) => one?.id === expression.id) === true
      ? {}
      : refused === undefined
        ? notHere
        : { refused };

/** What stands last in the node around it, where the grammar has no fields. */
export const asLast: PlaceRule = (expression): Placement | Refusal =>
  expression.parent?.lastNamedChild?.id === expression.id ? {} : notHere;

export const notHere: Refusal = {
  get refused() {
    return t('The key stands where Keystow does not put a lookup. Move it by hand.');
  },
};

/** Why a key stays where the lookup's name is another thing. */
export const renamed = (name: string): Refusal => ({
  refused: t('The name {0} means something else here. Move the key by hand.', name),
});

/** A rewriter that refuses every key: of a program that ships, or runs in the browser. */
export const refusing = (refusal: Refusal): Rewriter => ({
  sites: (keys) => [{ ...refusal, keys }],
  additions: () => [],
});

/** The rules of `rewriteLiterals` for such a language. */
export function plainRules({ text }: Program, language: PlainLanguage): LiteralRules {
  const { sum, places, lookup } = language;
  const isSum = (node: Node | null): boolean =>
    node !== null &&
    sum !== undefined &&
    node.type === sum.type &&
    node.children.some((child) => child?.type === sum.operator || child?.text === sum.operator);
  const isTight = (expression: Node): boolean =>
    typeof language.tight === 'function'
      ? language.tight(expression)
      : expression.parent !== null && language.tight?.includes(expression.parent.type) === true;
  const needsBrackets = (expression: Node, isWhole: boolean): boolean =>
    isSum(expression.parent) ? isWhole : isTight(expression);
  const written = (name: string, expression: Node): string => {
    const code = lookup(name, expression);
    return language.isLoose === true && needsBrackets(expression, true) ? `(${code})` : code;
  };
  return {
    comments: new Set(language.comments),
    strings: new Set(language.strings),
    needs: language.needs ?? [],
    literal: (node) => {
      const why = node.hasError ? t('The string does not end. Mend it first.') : language.unusual?.(node);
      return why === undefined ? { node, content: (language.content ?? contentOf)(node) } : { refused: why };
    },
    joined: (node) =>
      isSum(node) || isBracket(node)
        ? namedChildren(node).filter(({ text: operand }) => operand !== sum?.operator)
        : undefined,
    unescape: language.unescape ?? ((raw) => unescapeCommon(raw)),
    lookup: written,
    embed: (parts, literal) => {
      if (parts.some((part, index) => 'raw' in part && index + 1 < parts.length && endsEscaped(part.raw)))
        return { refused: t('A backslash stands before the key in the same string. Move the key by hand.') };
      const { node, content } = literal;
      const marks = language.interpolate?.(literal);
      if (marks !== undefined) {
        const inside = parts.map((part) =>
          'raw' in part ? part.raw : marks.join(lookup(part.lookup, node)),
        );
        const [head, tail] = [
          text.slice(node.startIndex, content.start),
          text.slice(content.end, node.endIndex),
        ];
        return head + inside.join('') + tail;
      }
      if (sum === undefined) return { refused: beside() };
      const [open, close] = language.quotes?.(literal) ?? [
        text.slice(node.startIndex, content.start),
        text.slice(content.end, node.endIndex),
      ];
      const code = parts
        .map((part) =>
          'raw' in part ? open + part.raw + close : bracketed(lookup(part.lookup, node), language),
        )
        .join(` ${sum.operator} `);
      return needsBrackets(literal.node, false) ? `(${code})` : code;
    },
    place: (expression, whole) => {
      const set = language.setting?.(expression);
      if (set !== undefined)
        return whole && set.statement ? gone(text, set.name, set.statement) : setter(set);
      const fallback = whole ? language.fallback?.(expression) : undefined;
      if (fallback !== undefined) {
        const span = { start: fallback.start, end: fallback.whole.endIndex };
        return { span, name: fallback.name, wrap: () => written(fallback.name, fallback.whole) };
      }
      let around = expression.parent;
      let inner = expression;
      while (around !== null && (isBracket(around) || isSum(around) || language.isThrough?.(around)))
        [inner, around] = [around, around.parent];
      const rule = around === null ? undefined : places[around.type];
      return rule?.(inner, whole) ?? { refused: unknown(language.title) };
    },
  };
}

/** Whether text ends in a backslash that escapes what comes next. */
const endsEscaped = (raw: string): boolean => (/\\+$/.exec(raw)?.[0].length ?? 0) % 2 === 1;

const beside = (): string => t('Text stands beside the key in the same string. Move the key by hand.');

const unknown = (title: string): string =>
  t('Keystow does not rewrite keys at this place in {0}. Move the key by hand.', title);

/** The statement goes, with an `if` that asks for the variable and does no more: `.env` sets it from now on. */
const gone = (text: string, name: string, statement: Node): Placement => ({
  name,
  span: statementSpan(text, testAround(text, name, statement) ?? statement, '#'),
  wrap: () => '',
});

/** `if (not set X) { X = "key" }`, in whatever words, where all that would be left is its condition. */
function testAround(text: string, name: string, { startIndex, endIndex, parent }: Node): Node | undefined {
  const asks = new RegExp(`^(?:if|unless)\\b[^\\n;]*\\b${name}\\b[^\\n;]*[\\s;]*(?:\\}|\\bend)$`);
  for (let around = parent; around !== null && startIndex - around.startIndex < 200; around = around.parent) {
    const left = text.slice(around.startIndex, startIndex) + text.slice(endIndex, around.endIndex);
    if (!/\belse/.test(left) && asks.test(left)) return around;
  }
  return undefined;
}

const setter = ({ name }: Setting): Refusal => setsVariable(name);

const isBracket = ({ type }: Node): boolean => /^parenthesi[sz]ed_expression$/.test(type);

const bracketed = (code: string, { isLoose }: PlainLanguage): string =>
  isLoose === true ? `(${code})` : code;

function contentOf(node: Node): StringLiteral['content'] {
  return {
    start: node.firstChild?.endIndex ?? node.startIndex + 1,
    end: node.lastChild?.startIndex ?? node.endIndex - 1,
  };
}
