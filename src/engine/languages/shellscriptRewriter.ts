import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, enclosing, isField, namedChildren, outwards, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { interpreterOf } from '../text/shebang';
import type { Span } from '../text/span';
import {
  type LiteralRules,
  type Part,
  type Placement,
  rewriteLiterals,
  type StringLiteral,
} from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';
import { isExported, isTested, takenBefore } from './shellscriptVariables';

/**
 * Shell: `"${X:?X is not set}"`, which ends the script with that message where the variable is missing or empty; `"$X"`
 * in the plain style.
 */
export function shellscriptRewriter(program: Program): Rewriter {
  const other = otherInterpreter(program.text);
  if (other !== undefined) {
    const refused = t(
      'The first line says that {0} runs this file. Keystow rewrites it only for a shell.',
      other,
    );
    return { sites: (keys) => keys.map((key) => ({ refused, keys: [key] })), additions: () => [] };
  }
  const rules = rulesOf(program);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    additions: () => [],
    taken: (site, name) => takenBefore(program, site, name),
  };
}

/** How a variable is read: `inText` between quotes, `lookup` as a word of its own. */
interface Forms {
  inText(name: string): string;
  lookup(name: string): string;
}

const demanding: Forms = {
  inText: (name) => `\${${name}:?${name} is not set}`,
  lookup: (name) => `"${demanding.inText(name)}"`,
};

const plain: Forms = {
  inText: (name) => `\${${name}}`,
  lookup: (name) => `"$${name}"`,
};

/** What a `#!` names when it is no shell that knows `${X:?…}`; undefined where it is one, or nothing is said. */
function otherInterpreter(text: string): string | undefined {
  const name = interpreterOf(text) ?? '';
  return /^(?:r?bash|[dazk]?sh|[lmp]?ksh\d*|busybox|bats)(?:-?[\d.]+)?$/.test(name) || name === ''
    ? undefined
    : name;
}

/** Without these in it, text means the same between single and double quotes. `!` is for shells that are typed into. */
const special = /[$`\\"!]/;
/** Commands whose argument is code that this shell runs later. */
const runsLater = new Set(['alias', 'trap']);

function rulesOf({ text, style }: Program): LiteralRules {
  const forms = style === 'plain' ? plain : demanding;
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  return {
    comments: new Set(['comment']),
    strings: new Set([
      'word',
      'number',
      'string',
      'raw_string',
      'ansi_c_string',
      'heredoc_body',
      'regex',
      'extglob_pattern',
      'variable_name',
    ]),
    needs: [],
    literal: literalOf,
    joined: (node) => (node.type === 'concatenation' ? namedChildren(node) : undefined),
    lookup: forms.lookup,
    embed: (parts, literal) => embedded(parts, literal, text, forms),
    unescape: (raw, { node }) => {
      if (/[$`"'!]/.test(raw)) return undefined;
      // A line goes on after a backslash, save between single quotes.
      const one = node.type === 'raw_string' ? raw : raw.replace(/\\\r?\n/g, '');
      return one.includes('\\') ? undefined : one;
    },
    place: (expression, whole) => {
      if (expression.type === 'expansion') return fallback(expression, whole, text, forms);
      if (expression.type === 'heredoc_body') return hereDocument(expression, slice);
      const refusal = unplaceable(expression, whole);
      if (refusal !== undefined) return refusal;
      if (!whole) return {};
      const { parent } = expression;
      const translated = parent?.type === 'translated_string' ? { span: spanOf(parent) } : {};
      // Quotes inside of backquotes inside of quotes are read differently by each shell.
      const backquoted = [...outwards(expression)].some(
        ({ type, text: code }) => type === 'command_substitution' && code.startsWith('`'),
      );
      const wrap =
        backquoted && expression.type === 'word' ? { wrap: (code: string) => code.slice(1, -1) } : {};
      return { ...translated, ...wrap, ...assigned(expression) };
    },
  };
}

/** What a word holds, whatever its quotes; the operand of `${X:-…}` is the expansion's. */
function literalOf(node: Node): StringLiteral | Refusal {
  const expansion = operandOf(node);
  if (expansion !== undefined) {
    const operator = expansion.childForFieldName('operator');
    let [start, end] = [operator?.endIndex ?? expansion.startIndex, expansion.endIndex - 1];
    const [operand] = namedChildren(expansion).filter(({ startIndex }) => startIndex >= start);
    if (/^(?:string|raw_string)$/.test(operand?.type ?? '') && operand?.endIndex === end) {
      start++;
      end--;
    }
    return { node: expansion, content: { start, end } };
  }
  if (node.type === 'variable_name' || node.type === 'number')
    return { refused: t('The key is not inside a string literal.') };
  const [open, close] =
    node.type === 'ansi_c_string' ? [2, 1] : /^(?:raw_)?string$/.test(node.type) ? [1, 1] : [0, 0];
  return { node, content: { start: node.startIndex + open, end: node.endIndex - close } };
}

/** The `${X:-…}` of which a word is the operand, or a part of it that stands between no quotes of its own. */
function operandOf(node: Node): Node | undefined {
  let at = node;
  if (at.parent?.type === 'concatenation') at = at.parent;
  const { parent } = at;
  if (parent?.type !== 'expansion') return undefined;
  const operator = parent.childForFieldName('operator');
  return operator !== null && operator.endIndex <= at.startIndex ? parent : undefined;
}

/** The default of a variable goes and leaves the demand that it is set, or nothing; other operands hold the lookup. */
function fallback(expansion: Node, whole: boolean, text: string, forms: Forms): Placement | Refusal {
  const operator = expansion.childForFieldName('operator');
  const behind = operator?.endIndex ?? expansion.startIndex;
  if (!/^:?[-=+?]$/.test(operator?.text ?? '')) return { refused: t('The key is part of a pattern.') };
  const variable = namedChildren(expansion).find(({ type }) => type === 'variable_name')?.text ?? '';
  if (whole && /[-=]$/.test(operator?.text ?? '') && /^[A-Z][A-Z0-9_]*$/.test(variable)) {
    // `${X:-}` gives nothing also where the shell stops at variables that are not set.
    const empty = `${text.slice(expansion.startIndex, behind)}}`;
    return { name: variable, wrap: () => (forms === plain ? empty : forms.inText(variable)) };
  }
  const operand = { start: behind, end: expansion.endIndex - 1 };
  const quoted = /^["']/.test(text.slice(operand.start));
  const span = quoted ? { start: operand.start + 1, end: operand.end - 1 } : operand;
  return whole ? { span, wrap: (_, [name = '']) => forms.inText(name) } : { span };
}

/** A here-document whose mark is in quotes is not expanded; without anything special in it the quotes may go. */
function hereDocument(body: Node, slice: (span: Span) => string): Placement | Refusal {
  const start = children(body.parent ?? body).find(({ type }) => type === 'heredoc_start');
  const mark = start?.text ?? '';
  if (start === undefined || !/["'\\]/.test(mark)) return {};
  if (/[$`\\]/.test(slice(spanOf(body))))
    return {
      refused: t(
        'Nothing is expanded in a here-document whose mark is in quotes. Take the quotes off and escape its $ first.',
      ),
    };
  const edit: TextEdit = { span: spanOf(start), newText: mark.replace(/["'\\]/g, '') };
  return { also: () => [edit] };
}

function unplaceable(expression: Node, whole: boolean): Refusal | undefined {
  let word = expression;
  while (word.parent?.type === 'concatenation') word = word.parent;
  const { parent } = word;
  if (parent?.type === 'case_item' && parent.childrenForFieldName('value').some((one) => one?.id === word.id))
    return { refused: t('The key is a pattern of case. Compare it with if and = instead.') };
  if (parent?.type === 'subscript') return { refused: t('The key is the index of an array.') };
  if (/^(?:regex|extglob_pattern)$/.test(word.type) || (isField(parent, 'right', word) && isMatch(parent)))
    return whole ? undefined : { refused: t('The key is part of a pattern.') };
  return undefined;
}

const isMatch = (node: Node | null): boolean => node?.childForFieldName('operator')?.text === '=~';

/** A variable that commands read keeps its name: `export X=…`, `X=… command`; so does one that is tested just before. */
function assigned(expression: Node): Placement {
  const assignment = expression.parent;
  if (
    assignment?.type !== 'variable_assignment' ||
    assignment.childForFieldName('value')?.id !== expression.id
  )
    return {};
  const variable = assignment.childForFieldName('name');
  if (variable?.type !== 'variable_name' || !/^[A-Z][A-Z0-9_]*$/.test(variable.text)) return {};
  return isExported(assignment, variable.text) || isTested(assignment, variable.text)
    ? { name: variable.text }
    : {};
}

/** Text with lookups in it: inside of double quotes where that changes nothing, else the quotes are closed around them. */
function embedded(
  parts: readonly Part[],
  { node, content }: StringLiteral,
  text: string,
  { inText, lookup }: Forms,
): string {
  const open = text.slice(node.startIndex, content.start);
  const close = text.slice(content.end, node.endIndex);
  const inside = parts.map((part) => ('raw' in part ? part.raw : inText(part.lookup))).join('');
  switch (node.type) {
    case 'expansion':
    case 'heredoc_body':
      return inside;
    case 'string':
      return open + inside + close;
    case 'raw_string': {
      if (isCode(node)) {
        let raw = '';
        for (const part of parts) {
          const quoted = (raw.split('"').length - 1) % 2 === 1;
          raw += 'raw' in part ? part.raw : quoted ? inText(part.lookup) : lookup(part.lookup);
        }
        return open + raw + close;
      }
      if (!parts.some((part) => 'raw' in part && special.test(part.raw))) return `"${inside}"`;
      break;
    }
    default:
  }
  return parts.map((part) => ('raw' in part ? open + part.raw + close : lookup(part.lookup))).join('');
}

/** Whether a word between single quotes is code for later. */
function isCode(node: Node): boolean {
  const command = enclosing(node, new Set(['command', 'command_substitution', 'variable_assignment']));
  return command?.type === 'command' && runsLater.has(command.childForFieldName('name')?.text ?? '');
}
