import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { namedChildren, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Part, Placement } from './rewriteLiterals';

const opening = /^([a-zA-Z]{0,2})("""|'''|"|')/;

/** The prefix and the quotes of a literal. */
export function formOf(node: Node): { readonly prefix: string; readonly quote: string } {
  const [, prefix = '', quote = '"'] = opening.exec(node.text) ?? [];
  return { prefix: prefix.toLowerCase(), quote };
}

/** Whether a literal holds bytes: `b"…"`. */
export const isBytes = (node: Node): boolean => node.type === 'string' && formOf(node).prefix.includes('b');

/** Around these a sum needs brackets. */
const tight = new Set(['binary_operator', 'attribute', 'subscript', 'comparison_operator', 'unary_operator']);

/** The other kind of quote. */
export const other = (quote: string): string => (quote.startsWith('"') ? "'" : '"');

/** The f-string in whose braces a node stands. */
export function inFString(node: Node): Node | undefined {
  for (const at of outwards(node)) if (at.type === 'interpolation') return at.parent ?? undefined;
  return undefined;
}

/** A bytes literal with lookups in it: `b"a" + os.environ["X"].encode()`. */
export function sumOfBytes(parts: readonly Part[], node: Node, read: (name: string) => string): string {
  const start = node.text.slice(0, node.text.search(/["']/));
  const { quote } = formOf(node);
  const sum = parts
    .map((part) => ('raw' in part ? start + quote + part.raw + quote : `${read(part.lookup)}.encode()`))
    .join(' + ');
  return tight.has(node.parent?.type ?? '') ? `(${sum})` : sum;
}

/** `"".join(["a", "b"])` joins what it is given. */
export function joinedList(node: Node): readonly Node[] | undefined {
  const [receiver, list] = [node.childForFieldName('function'), node.childForFieldName('arguments')];
  if (node.type !== 'call' || !/^(?:""|'')\.join$/.test(receiver?.text ?? '')) return undefined;
  const [only, more] = list === null ? [] : namedChildren(list);
  return only !== undefined && more === undefined && /^(?:list|tuple)$/.test(only.type)
    ? namedChildren(only)
    : undefined;
}

/** Strings that stand side by side: a lookup among them has to be a string of its own. */
export function amongJoined(parent: Node, expression: Node, whole: boolean): Placement | Refusal {
  if (namedChildren(parent).some(isBytes))
    return { refused: t('The key is one of several bytes literals that Python joins. Join them first.') };
  if (!whole) return {};
  const { quote } = formOf(expression);
  return {
    wrap: (code) => {
      const inner = code.replaceAll(quote.slice(0, 1), other(quote));
      return `f${quote}{${inner}}${quote}`;
    },
  };
}
