import type { Node } from 'web-tree-sitter';
import { isWritten } from '../declarations/declarations';
import { isRefusal } from '../model/fix';
import { enclosing, namedChildren, outwards } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { indentOf, insert, lineStart } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import { constantPlace, isInConstant } from './phpConstants';
import { fetched, settingStatement } from './phpEnv';
import { namespaceAt, type PhpLookup, phpLookup } from './phpLookup';
import {
  type LiteralRules,
  type Part,
  type Placement,
  rewriteLiterals,
  type StringLiteral,
  setsVariable,
} from './rewriteLiterals';
import type { Program, RefusedKeys, Rewriter, Site } from './rewriter';

/** PHP: `getenv('X') ?: throw new RuntimeException('X is not set')`, or what the project's framework reads with. */
export async function phpRewriter(program: Program): Promise<Rewriter> {
  const lookup = await phpLookup(program);
  const rules = rulesOf(program, lookup);
  return {
    sites: (keys) => apart(rewriteLiterals(program, rules, keys)),
    others: (sites, names) => {
      const read = sites.flatMap((site, index) => {
        const own = names[index] ?? [];
        const written = [site.text(own), ...site.also(own).map(({ newText }) => newText)].join('\n');
        return own.filter((name) => isWritten(written, lookup.services?.read(name)));
      });
      const edits = lookup.services?.declare([...new Set(read)]) ?? [];
      return isRefusal(edits) ? edits : { edits };
    },
    additions: () => [],
  };
}

/** Keeps sites that do not overlap: a value that moves as a whole takes one key with it. */
function apart(all: readonly (Site | RefusedKeys)[]): readonly (Site | RefusedKeys)[] {
  const taken: Span[] = [];
  return all.map((one) => {
    if (isRefusal(one)) return one;
    if (!taken.some((span) => overlaps(span, one.span))) {
      taken.push(one.span);
      return one;
    }
    const keys = one.keys.map(({ key }) => key);
    return { refused: t('Two keys are joined in one constant value. Take them apart first.'), keys };
  });
}

const inPage = (): string =>
  t(
    'The key is in the page, outside of the PHP code, and every visitor can read it. Call the provider from PHP.',
  );
const inLaravel = (): string =>
  t(
    'Laravel reads the environment in config files only. Put env() for the key into config/services.php and use config() here.',
  );

const constantInLaravel = (): string =>
  t(
    'A constant cannot call config(), which Laravel code reads its keys with. Make it a property or a method first.',
  );

/** Literals that interpolate variables but no calls. */
const templates = new Set(['heredoc', 'nowdoc', 'shell_command_expression']);

function rulesOf({ root, text }: Program, lookup: PhpLookup): LiteralRules {
  const quoteOf = (node: Node): string => (/^b?"/i.test(node.text) ? '"' : "'");
  /** The lookup, in a constant expression the constant that holds it. */
  const read = (name: string, at: Node, quote = quoteOf(at)): string => {
    if (isInConstant(at)) return (namespaceAt(root, at) === '' ? '' : '\\') + name;
    return lookup.read(name, quote, at);
  };
  const isCompound = (at: Node): boolean => lookup.isCompound && !isInConstant(at);

  return {
    comments: new Set(['comment']),
    strings: new Set(['string', 'encapsed_string', 'text', ...templates]),
    needs: [],
    literal: (node) => {
      if (node.type === 'text') return { refused: inPage() };
      const body = node.childForFieldName('value');
      if (body === null) {
        const open = /^b?["'`]/i.exec(node.text)?.[0].length ?? 1;
        return { node, content: { start: node.startIndex + open, end: node.endIndex - 1 } };
      }
      const lead = /^\r?\n/.exec(body.text)?.[0].length ?? 0;
      // The only line is indented as its end is: the blanks are none of the value.
      const indent = indentOf(text, node.endIndex);
      const only = body.text.slice(lead);
      const skipped = only.startsWith(indent) && !only.includes('\n') ? indent.length : 0;
      return { node, content: { start: body.startIndex + lead + skipped, end: body.endIndex } };
    },
    joined: (node) => {
      const operands = operandsOf(node);
      const isPlain = (one: Node): boolean =>
        !/string$/.test(one.type) || !/[$"'\\]/.test(one.text.slice(1, -1));
      return operands?.every(isPlain) ? operands : undefined;
    },
    lookup: (name) => lookup.read(name, "'", root),
    embed: (parts, literal) => {
      const { node, content } = literal;
      if (templates.has(node.type)) return interpolated(text, parts, literal);
      const open = text.slice(node.startIndex, content.start);
      return parts
        .map((part) => {
          if ('raw' in part) return open + part.raw + open.slice(-1);
          const code = read(part.lookup, node);
          return isCompound(node) ? `(${code})` : code;
        })
        .join(' . ');
    },
    place: (expression, whole) => {
      const setting = settingStatement(expression);
      if (setting !== undefined) return setsVariable(setting);
      if (enclosing(expression, loading))
        return { refused: t('The key is the name of a file that is loaded.') };
      const found = whole && !isInConstant(expression) ? fetched(expression) : undefined;
      if (found !== undefined) {
        if (lookup.services !== undefined)
          return {
            span: found.span,
            name: found.name,
            wrap: () => read(found.name, expression, found.quote),
          };
        if (lookup.isLaravelCode && !/\benv\(/i.test(found.code)) return { refused: inLaravel() };
        const code = lookup.completed(found, expression);
        const isCall = found.node.type.includes('call');
        const inBrackets = code !== found.code && isCall && !isFree(found.node);
        return { span: found.span, name: found.name, wrap: () => (inBrackets ? `(${code})` : code) };
      }
      if (lookup.services === undefined && lookup.isLaravelCode) return { refused: inLaravel() };
      if (lookup.services !== undefined && isInConstant(expression)) return { refused: constantInLaravel() };
      const isTemplate = templates.has(expression.type) && !whole;
      const code = (inner: string, [name = '']: readonly string[], alone: boolean): string => {
        const form = whole ? read(name, expression) : inner;
        const isJoined = whole ? isCompound(expression) && !isFree(expression) : isTight(expression);
        return isJoined && !alone ? `(${form})` : form;
      };
      const before = isTemplate ? filled(text, expression, lookup) : undefined;
      const placed = constantPlace({
        root,
        text,
        lookup,
        expression,
        code,
        ...(before === undefined ? {} : { filled: before }),
      });
      return placed ?? before ?? { wrap: (inner, names) => code(inner, names, false) };
    },
  };
}

const loading = new Set([
  'include_expression',
  'include_once_expression',
  'require_expression',
  'require_once_expression',
]);

function operandsOf(node: Node): readonly Node[] | undefined {
  if (node.type === 'parenthesized_expression') return namedChildren(node);
  if (node.type === 'binary_expression')
    return node.childForFieldName('operator')?.type === '.' ? namedChildren(node) : undefined;
  const isImplode =
    node.type === 'function_call_expression' &&
    /^\\?(?:implode|join)$/i.test(node.childForFieldName('function')?.text ?? '');
  if (!isImplode) return undefined;
  const list = node.childForFieldName('arguments');
  const [first, second] = list === null ? [] : namedChildren(list);
  const array = /^(?:''|"")$/.test(first?.text ?? '') ? second?.namedChild(0) : first?.namedChild(0);
  if (array?.type !== 'array_creation_expression') return undefined;
  const items = namedChildren(array).map(namedChildren);
  return items.every(({ length }) => length === 1) ? items.flat() : undefined;
}

/** Places where an expression of any operators stands without brackets. */
const free =
  /^(?:(?:augmented_)?assignment_expression|argument|array_element_initializer|return_statement|echo_statement|sequence_expression|expression_statement|arrow_function|parenthesized_expression|match_default_expression)$/;

function isFree(at: Node): boolean {
  const { parent } = at;
  if (parent === null) return true;
  if (parent.type === 'match_conditional_expression')
    return parent.childForFieldName('return_expression')?.id === at.id;
  if (parent.type === 'case_statement') return true;
  if (parent.type === 'subscript_expression') return parent.namedChild(0)?.id !== at.id;
  const isKey = parent.type === 'array_element_initializer' && parent.namedChildCount === 2;
  return free.test(parent.type) && !(isKey && parent.namedChild(0)?.id === at.id);
}

/** Places that bind closer than the dot that joins texts. */
function isTight(at: Node): boolean {
  const { parent } = at;
  if (parent?.type === 'binary_expression')
    return /^(?:[-+*/%]|\*\*|<<|>>|instanceof)$/.test(parent.childForFieldName('operator')?.type ?? '');
  return (
    /^(?:cast|unary_op|error_suppression|clone)_expression$/.test(parent?.type ?? '') ||
    (/^(?:subscript|member_\w+|nullsafe_member_\w+)_expression$/.test(parent?.type ?? '') &&
      parent?.namedChild(0)?.id === at.id)
  );
}

/** `OPENAI_API_KEY` → `$openaiApiKey`. */
const variableFor = (text: string, name: string): string => {
  const camel = name.toLowerCase().replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`\\$${camel}\\b`).test(text) ? `$${camel}FromEnv` : `$${camel}`;
};

/** A template with variables in the places of the keys. */
function interpolated(text: string, parts: readonly Part[], { node, content }: StringLiteral): string {
  const isRaw = node.type === 'nowdoc';
  const open = text.slice(node.startIndex, content.start);
  return [
    isRaw ? open.replaceAll("'", '') : open,
    ...parts.map((part) => {
      if ('lookup' in part) return `{${variableFor(text, part.lookup)}}`;
      return isRaw ? part.raw.replaceAll('\\', '\\\\').replace(/\$(?=[\w{])|(?<=\{)\$/g, '\\$') : part.raw;
    }),
    text.slice(content.end, node.endIndex),
  ].join('');
}

const blocks = new Set([
  'program',
  'compound_statement',
  'colon_block',
  'case_statement',
  'default_statement',
]);

/** The variables of a template are read in front of the statement that it is part of. */
function filled(text: string, template: Node, lookup: PhpLookup): Placement {
  let statement = template;
  for (const node of outwards(template)) {
    if (blocks.has(node.parent?.type ?? 'program')) {
      statement = node;
      break;
    }
  }
  const start = lineStart(text, statement.startIndex);
  const indent = indentOf(text, statement.startIndex);
  const isOwnLine = start + indent.length === statement.startIndex;
  return {
    also: (_, names) =>
      [...new Set(names)].map((name): TextEdit => {
        const line = `${variableFor(text, name)} = ${lookup.read(name, "'", template)};`;
        return isOwnLine
          ? insert(start, indent + line + eolOf(text))
          : insert(statement.startIndex, `${line} `);
      }),
  };
}
