import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import type { LookupStyle } from '../model/settings';
import { isRebound } from '../syntax/bindings';
import { unescapeCommon } from '../syntax/escapes';
import { enclosing, isField, namedChildren, outwards, spanOf } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import { lineStart } from '../text/lines';
import { withoutArgument } from './pythonArguments';
import { importOs, namesOfOs } from './pythonImports';
import { type LiteralRules, type Part, type Placement, rewriteLiterals } from './rewriteLiterals';
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

const opening = /^([a-zA-Z]{0,2})("""|'''|"|')/;

/** The prefix and the quotes of a literal. */
function formOf(node: Node): { readonly prefix: string; readonly quote: string } {
  const [, prefix = '', quote = '"'] = opening.exec(node.text) ?? [];
  return { prefix: prefix.toLowerCase(), quote };
}

const isBytes = (node: Node): boolean => node.type === 'string' && formOf(node).prefix.includes('b');

/** Around these a sum needs brackets. */
const tight = new Set(['binary_operator', 'attribute', 'subscript', 'comparison_operator', 'unary_operator']);

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

const other = (quote: string): string => (quote.startsWith('"') ? "'" : '"');

/** The f-string in whose braces a node stands. */
function inFString(node: Node): Node | undefined {
  for (const at of outwards(node)) if (at.type === 'interpolation') return at.parent ?? undefined;
  return undefined;
}

function sumOfBytes(parts: readonly Part[], node: Node, read: (name: string) => string): string {
  const start = node.text.slice(0, node.text.search(/["']/));
  const { quote } = formOf(node);
  const sum = parts
    .map((part) => ('raw' in part ? start + quote + part.raw + quote : `${read(part.lookup)}.encode()`))
    .join(' + ');
  return tight.has(node.parent?.type ?? '') ? `(${sum})` : sum;
}

/** `"".join(["a", "b"])` joins what it is given. */
function joinedList(node: Node): readonly Node[] | undefined {
  const [receiver, list] = [node.childForFieldName('function'), node.childForFieldName('arguments')];
  if (node.type !== 'call' || !/^(?:""|'')\.join$/.test(receiver?.text ?? '')) return undefined;
  const [only, more] = list === null ? [] : namedChildren(list);
  return only !== undefined && more === undefined && /^(?:list|tuple)$/.test(only.type)
    ? namedChildren(only)
    : undefined;
}

function place(
  { root, text, path, style }: Program,
  os: ReturnType<typeof namesOfOs>,
  expression: Node,
  whole: boolean,
  lookup: (name: string, expression: Node, whole: Node) => string,
): Placement | Refusal {
  const { parent } = expression;
  if (parent === null) return {};
  if (isRebound(root, expression, os.environ ?? os.module, ['identifier'], bindings))
    return {
      refused: `The name ${os.environ ?? os.module} means something else here. Move the key by hand.`,
    };
  if (path.endsWith('.ipynb') && /^[ \t]*[!%]/.test(text.slice(lineStart(text, expression.startIndex))))
    return { refused: 'The key is in a command of the notebook. Move it to a variable first.' };
  if (parent.type === 'expression_statement')
    return { refused: 'The string is not used by any code. Delete it.' };
  if (parent.type === 'case_pattern') return { refused: 'A case pattern must be a literal.' };
  if (
    enclosing(expression, new Set(['type'])) ||
    (parent.type === 'subscript' && /(?:^|\.)Literal\s*\[/.test(parent.text))
  )
    return { refused: 'The key is a type, which has no value at run time.' };
  if (parent.type === 'concatenated_string') return amongJoined(parent, expression, whole);

  const setter = settingStatement(expression);
  if (setter !== undefined) {
    if (!whole)
      return {
        refused: 'This line sets the environment variable itself, with more than the key. Move it by hand.',
      };
    return { name: setter.name, ...removed(text, setter.statement) };
  }
  const fallback = whole ? (fallbackOf(expression) ?? settingsField(expression)) : undefined;
  if (fallback === undefined) {
    // An option's default is read whether or not it is used: it must not fail there.
    return whole && isOptional(expression) && !isBytes(expression)
      ? { wrap: (code) => code.replace(/environ\[(.*)\]$/, 'environ.get($1)') }
      : {};
  }
  return {
    name: fallback.name,
    span: { start: (fallback.from ?? fallback.whole).startIndex, end: fallback.whole.endIndex },
    wrap: (code, [name = fallback.name]) =>
      fallback.left?.(style) ?? (isBytes(expression) ? code : lookup(name, expression, fallback.whole)),
  };
}

/** Strings that stand side by side: a lookup among them has to be a string of its own. */
function amongJoined(parent: Node, expression: Node, whole: boolean): Placement | Refusal {
  if (namedChildren(parent).some(isBytes))
    return { refused: 'The key is one of several bytes literals that Python joins. Join them first.' };
  if (!whole) return {};
  const { quote } = formOf(expression);
  return {
    wrap: (code) => {
      const inner = code.replaceAll(quote.slice(0, 1), other(quote));
      return `f${quote}{${inner}}${quote}`;
    },
  };
}

/** The default of a command-line option, or of a look-up in something else. */
function isOptional(expression: Node): boolean {
  const argument = expression.parent?.type === 'keyword_argument' ? expression.parent : expression;
  const list = argument.parent;
  const called = list?.parent?.childForFieldName('function')?.text ?? '';
  if (list?.type !== 'argument_list') return false;
  const isDefault = argument.childForFieldName('name')?.text === 'default';
  const isSecond =
    argument === expression && namedChildren(list).findIndex(({ id }) => id === argument.id) > 0;
  return (
    (isDefault && /(?:add_argument|option|Option|Argument)$/.test(called)) ||
    (isSecond && /\.(?:get|pop)$|^getattr$/.test(called))
  );
}

interface Fallback {
  readonly name: string;
  /** The expression that gives the variable or its default. */
  readonly whole: Node;
  /** Where the read begins, if other operands of the expression stand before it. */
  readonly from?: Node;
  /** What is left, where it is not the lookup. */
  readonly left?: (style: LookupStyle) => string;
}

/** The name that an expression reads: `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")`, also by themselves. */
function readName(node: Node | null): string | undefined {
  const target = node?.childForFieldName(node.type === 'subscript' ? 'value' : 'function')?.text ?? '';
  if (node?.type === 'subscript' && /(?:^|\.)environ$/.test(target))
    return nameIn(node.childForFieldName('subscript'));
  if (node?.type !== 'call' || !/(?:^|\.)(?:environ\.get|getenv)$/.test(target)) return undefined;
  const list = node.childForFieldName('arguments');
  return list === null ? undefined : nameIn(namedChildren(list)[0] ?? null);
}

const nameIn = (node: Node | null): string | undefined =>
  node?.type === 'string' ? /^[a-zA-Z]?(["'])([A-Za-z_]\w*)\1$/.exec(node.text)?.[2] : undefined;

/** Functions of python-decouple, django-environ and environs that take a name and a `default`. */
const readers = /^(?:config|env|env\.str|environ|getenv|os\.getenv|os\.environ\.get|environ\.get)$/;

function fallbackOf(expression: Node): Fallback | undefined {
  const { parent } = expression;
  if (parent === null) return undefined;
  const value =
    parent.type === 'keyword_argument' && parent.childForFieldName('name')?.text === 'default'
      ? parent
      : expression;
  const list = value.parent;
  if (list?.type === 'argument_list' && list.parent?.type === 'call') {
    const call = list.parent;
    const [first] = namedChildren(list);
    const name = first !== undefined && first.id !== value.id ? nameIn(first) : undefined;
    const called = call.childForFieldName('function')?.text ?? '';
    if (name !== undefined && readName(call) !== undefined) return { name, whole: call };
    if (
      name !== undefined &&
      first !== undefined &&
      value.type === 'keyword_argument' &&
      readers.test(called)
    ) {
      const previous = value.previousNamedSibling ?? first;
      const before = call.text.slice(0, previous.endIndex - call.startIndex);
      const after = call.text.slice(value.endIndex - call.startIndex);
      const left: Fallback['left'] = (style) =>
        style === 'plain' ? withEmpty(call, expression) : before + after;
      return { name, whole: call, left };
    }
  }
  if (parent.type === 'boolean_operator' && isField(parent, 'right', expression)) {
    let left = parent.childForFieldName('left');
    while (left?.type === 'boolean_operator') left = left.childForFieldName('right');
    const name = readName(left);
    if (left !== null && name !== undefined) return { name, whole: parent, from: left };
  }
  if (parent.type === 'conditional_expression') {
    const [yes, , no] = namedChildren(parent);
    const name = no?.id === expression.id ? readName(yes ?? null) : undefined;
    if (name !== undefined) return { name, whole: parent };
  }
  return undefined;
}

/** A node's text, with an empty string in the place of a literal in it. */
const withEmpty = ({ text, startIndex }: Node, literal: Node): string =>
  `${text.slice(0, literal.startIndex - startIndex)}""${text.slice(literal.endIndex - startIndex)}`;

/**
 * A field of a pydantic `BaseSettings` reads the variable by itself: the default goes, and nothing else; in the plain
 * style it is empty.
 */
function settingsField(expression: Node): Fallback | undefined {
  const call = enclosing(expression, new Set(['call', 'assignment']));
  const isWrapped = /^(?:SecretStr|Field)$/.test(call?.childForFieldName('function')?.text ?? '');
  const value = isWrapped && call !== undefined ? call : expression;
  const field = value.parent;
  const [target, type] = [field?.childForFieldName('left'), field?.childForFieldName('type')];
  if (field?.type !== 'assignment' || target?.type !== 'identifier' || !type) return undefined;
  const owner = enclosing(field, new Set(['class_definition', 'function_definition']));
  if (!/\bBaseSettings\b/.test(owner?.childForFieldName('superclasses')?.text ?? '')) return undefined;
  const body = owner?.text ?? '';
  if (/\balias|env_nested_delimiter|\benv\s*=/.test(value.text)) return undefined;
  const prefix = /\benv_prefix\s*=\s*["']([^"']*)["']/.exec(body)?.[1] ?? '';
  const more = value.text.startsWith('Field')
    ? namedChildren(value.childForFieldName('arguments') ?? value)
    : [];
  if (more.length > 1) return undefined;
  const kept = field.text.slice(0, type.endIndex - field.startIndex);
  return {
    name: `${prefix}${target.text}`.toUpperCase(),
    whole: field,
    left: (style) => (style === 'plain' ? withEmpty(field, expression) : kept),
  };
}

/** A statement that does nothing but set a variable of the environment from the literal. */
function settingStatement(expression: Node): { readonly name: string; readonly statement: Node } | undefined {
  const { parent } = expression;
  if (parent?.type === 'assignment' && parent.parent?.type === 'expression_statement') {
    const target = parent.childForFieldName('left');
    const name = target?.type === 'subscript' ? readName(target) : undefined;
    return name === undefined ? undefined : { name, statement: parent.parent };
  }
  const call = parent?.type === 'argument_list' ? parent.parent : null;
  if (call?.type !== 'call' || call.parent?.type !== 'expression_statement') return undefined;
  if (!/(?:^|\.)(?:environ\.setdefault|putenv)$/.test(call.childForFieldName('function')?.text ?? ''))
    return undefined;
  const [first, second] = parent === null ? [] : namedChildren(parent);
  const name = second?.id === expression.id ? nameIn(first ?? null) : undefined;
  return name === undefined ? undefined : { name, statement: call.parent };
}

/** The variable comes from `.env` now: the statement goes with its line, or leaves `pass` where a block needs one. */
function removed(text: string, statement: Node): Placement {
  const block = statement.parent;
  const isOnly =
    block?.type === 'block' && namedChildren(block).filter(({ type }) => type !== 'comment').length === 1;
  if (isOnly) return { span: spanOf(statement), wrap: () => 'pass' };
  const span = statementSpan(text, statement, '#');
  if (span.end > statement.endIndex || span.start < statement.startIndex) return { span, wrap: () => '' };
  const semicolon = /^[ \t]*;[ \t]*/.exec(text.slice(statement.endIndex))?.[0].length;
  return semicolon === undefined
    ? { span: spanOf(statement), wrap: () => 'pass' }
    : { span: { start: statement.startIndex, end: statement.endIndex + semicolon }, wrap: () => '' };
}

const bindings = {
  scopes: new Set([
    'function_definition',
    'lambda',
    'class_definition',
    'list_comprehension',
    'generator_expression',
  ]),
  declares: (node: Node, at: Node): boolean => {
    const { parent } = node;
    if (parent === null) return false;
    switch (parent.type) {
      case 'parameters':
      case 'lambda_parameters':
      case 'typed_parameter':
        return true;
      case 'default_parameter':
      case 'typed_default_parameter':
      case 'named_expression':
      case 'function_definition':
      case 'class_definition':
        return isField(parent, 'name', node);
      case 'assignment':
      case 'augmented_assignment':
      case 'for_statement':
      case 'for_in_clause':
        return isField(parent, 'left', node);
      case 'pattern_list':
      case 'tuple_pattern':
        return true;
      case 'aliased_import':
        return isField(parent, 'alias', node) && parent.childForFieldName('name')?.text !== 'os';
      case 'as_pattern_target':
      case 'delete_statement':
        return true;
      case 'dotted_name':
        // An import inside a function binds the name for all of it, also for what stands before: there it has no value yet.
        return (
          parent.parent?.type === 'import_statement' &&
          parent.parent.parent?.type !== 'module' &&
          isInFunction(parent) &&
          parent.startIndex > at.startIndex
        );
      default:
        return false;
    }
  },
};

const isInFunction = (node: Node): boolean => enclosing(node, new Set(['function_definition'])) !== undefined;
