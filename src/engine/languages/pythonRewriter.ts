import type { Node } from 'web-tree-sitter';
import { pydantic, type Settings } from '../declarations/pydantic';
import { unescapeCommon } from '../syntax/escapes';
import { namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import { withoutArgument } from './pythonArguments';
import { importOs, namesOfOs } from './pythonImports';
import { place } from './pythonPlaces';
import { declaredIn, importSettings, reaches } from './pythonSettings';
import { formOf, inFString, joinedList, other, sumOfBytes } from './pythonStrings';
import { type LiteralRules, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Python: `os.environ["X"]`, which fails where the variable is not set, or `os.environ.get("X")` in the plain style;
 * f-strings around it, in quotes that every version reads.
 */
export async function pythonRewriter(program: Program): Promise<Rewriter> {
  const settings = await pydantic(program);
  const rules = rulesOf(program, settings);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    withoutArgument: (key) => withoutArgument(program, key),
    ...(settings === undefined ? {} : declaredIn(settings)),
    additions: (sites, names) => [
      ...importOs(program, sites, names),
      ...(settings === undefined ? [] : importSettings(program, settings, sites, names)),
    ],
  };
}

function rulesOf(program: Program, settings: Settings | undefined): LiteralRules {
  const { root, style } = program;
  const os = namesOfOs(root);
  const environ = os.environ ?? `${os.module}.environ`;
  /** `asText`: also what is not set has to be a string. */
  const read = (name: string, quote: string, asText: boolean, at: Node): string => {
    const field = settings !== undefined && reaches(program, settings, at) ? settings.read(name) : undefined;
    if (field !== undefined) return field;
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
    if (prefix.includes('b')) return `${read(name, own, true, expression)}.encode()`;
    return read(name, own, isText(whole), expression);
  };

  return {
    comments: new Set(['comment']),
    strings: new Set(['string']),
    needs: ['os'],
    literal: (node) => {
      const [start, end] = [node.firstChild, node.lastChild];
      if (start?.type !== 'string_start' || end?.type !== 'string_end')
        return { refused: t('The string does not end. Mend it first.') };
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
      if (prefix.includes('b'))
        return sumOfBytes(parts, node, (name) => read(name, quote.slice(0, 1), true, node));
      const isFormat = prefix.includes('f');
      const inner = parts.map((part) =>
        'lookup' in part
          ? `{${read(part.lookup, other(quote), true, node)}}`
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
