import type { Node } from 'web-tree-sitter';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import { withoutArgument } from './pythonArguments';
import { importOs, namesOfOs } from './pythonImports';
import { place } from './pythonPlaces';
import { formOf, inFString, joinedList, other, sumOfBytes } from './pythonStrings';
import { type LiteralRules, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Python: `os.environ["X"]`, which fails where the variable is not set, or `os.environ.get("X")` in the plain style;
 * f-strings around it, in quotes that every version reads.
 */
export function pythonRewriter(program: Program): Rewriter {
  const rules = rulesOf(program);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    withoutArgument: (key) => withoutArgument(program, key),
    additions: (sites) => importOs(program, sites),
  };
}

function rulesOf(program: Program): LiteralRules {
  const { root, style } = program;
  const os = namesOfOs(root);
  const environ = os.environ ?? `${os.module}.environ`;
  /** `asText`: also what is not set has to be a string. */
  const read = (name: string, quote: string, asText: boolean): string => {
    const literal = quote + name + quote;
    if (style !== 'plain') return `${environ}[${literal}]`;
    return `${environ}.get(${literal}${asText ? `, ${quote}${quote}` : ''})`;
  };
  /** `whole` goes together with the literal. */
  const lookup = (name: string, expression: Node, whole = expression): string => {
    const first = expression.type === 'string' ? expression : expression.descendantsOfType('string')[0];
    const { quote, prefix } = formOf(first ?? expression);
    const around = inFString(expression);
    const own = around === undefined ? quote.slice(0, 1) : other(formOf(around).quote);
    if (prefix.includes('b')) return `${read(name, own, true)}.encode()`;
    return read(name, own, isText(whole));
  };

  return {
    comments: new Set(['comment']),
    strings: new Set(['string']),
    needs: ['os'],
    literal: (node) => {
      const [start, end] = [node.firstChild, node.lastChild];
      if (start?.type !== 'string_start' || end?.type !== 'string_end')
        return { refused: 'The string does not end. Mend it first.' };
      return { node, content: { start: start.endIndex, end: end.startIndex } };
    },
    unescape: (raw, { node }) => (formOf(node).prefix.includes('r') ? raw : unescapeCommon(raw)),
    joined: (node) => {
      if (node.type === 'concatenated_string' || node.type === 'parenthesized_expression')
        return namedChildren(node).filter(({ type }) => type !== 'comment');
      const isSum = node.type === 'binary_operator' && node.childForFieldName('operator')?.type === '+';
      return isSum ? namedChildren(node) : joinedList(node);
    },
    lookup,
    embed: (parts, { node }) => {
      const { prefix, quote } = formOf(node);
      if (prefix.includes('b')) return sumOfBytes(parts, node, (name) => read(name, quote.slice(0, 1), true));
      const isFormat = prefix.includes('f');
      const inner = parts.map((part) =>
        'lookup' in part
          ? `{${read(part.lookup, other(quote), true)}}`
          : isFormat
            ? part.raw
            : part.raw.replace(/[{}]/g, '$&$&'),
      );
      return `${prefix.includes('r') ? 'rf' : 'f'}${quote}${inner.join('')}${quote}`;
    },
    place: (expression, whole) => place(program, os, expression, whole, lookup),
  };
}

/** Whether a literal is joined with others: an operand of a sum, a neighbour, alone between the braces of an f-string. */
const isText = ({ parent }: Node): boolean =>
  parent?.type === 'parenthesized_expression'
    ? isText(parent)
    : /^(?:binary_operator|concatenated_string|interpolation)$/.test(parent?.type ?? '');
