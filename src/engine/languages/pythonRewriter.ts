import type { Node } from 'web-tree-sitter';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import { withoutArgument } from './pythonArguments';
import { importOs, namesOfOs } from './pythonImports';
import { place } from './pythonPlaces';
import { formOf, inFString, joinedList, other, sumOfBytes } from './pythonStrings';
import { type LiteralRules, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** Python: `os.environ["X"]`, which fails where the variable is not set; f-strings around it, in quotes that every version reads. */
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
  const read = (name: string, quote: string): string => {
    const literal = quote + name + quote;
    if (style === 'plain') return `${os.module}.environ.get(${literal})`;
    return os.environ === undefined ? `${os.module}.environ[${literal}]` : `${os.environ}[${literal}]`;
  };
  const lookup = (name: string, expression: Node): string => {
    const first = expression.type === 'string' ? expression : expression.descendantsOfType('string')[0];
    const { quote, prefix } = formOf(first ?? expression);
    const around = inFString(expression);
    const own = around === undefined ? quote.slice(0, 1) : other(formOf(around).quote);
    return prefix.includes('b') ? `${read(name, own)}.encode()` : read(name, own);
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
      if (prefix.includes('b')) return sumOfBytes(parts, node, (name) => read(name, quote.slice(0, 1)));
      const isFormat = prefix.includes('f');
      const inner = parts.map((part) =>
        'lookup' in part
          ? `{${read(part.lookup, other(quote))}}`
          : isFormat
            ? part.raw
            : part.raw.replace(/[{}]/g, '$&$&'),
      );
      return `${prefix.includes('r') ? 'rf' : 'f'}${quote}${inner.join('')}${quote}`;
    },
    place: (expression, whole) => place(program, os, expression, whole, (name, node) => lookup(name, node)),
  };
}
