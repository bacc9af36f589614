import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { t } from '../text/l10n';
import { includeHeaders } from './cIncludes';
import { formatRefusal, inArray, macroAround, refusalOf, shapeOf, unusual } from './cPlaces';
import { constantRefusal, declaredRefusal, listRefusal, takesString } from './cppPlaces';
import { cRewriter } from './cRewriter';
import { browserRefusal } from './language';
import { defaultIn } from './plainDefaults';
import {
  anywhere,
  inField,
  notHere,
  type PlaceRule,
  plainRules,
  refuse,
  refusing,
  renamed,
} from './plainRules';
import { type LiteralRules, type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * C++: the variable, or a `std::runtime_error` where it is not set (a `std::string` of a null pointer has no meaning).
 * A header that shows no C++ is taken for one of C. https://en.cppreference.com/w/cpp/utility/program/getenv, read 2026-11-25
 */
export function cppRewriter(program: Program): Rewriter {
  const { root, text, path, style } = program;
  if (/\.h$/.test(path) && !isCpp.test(text)) return cRewriter(program);
  const refused = program.inBrowser ? browserRefusal : refusalOf(program);
  if (refused !== undefined) return refusing(refused);
  const lookup = (name: string): string =>
    style === 'plain'
      ? `std::getenv("${name}")`
      : `[] { if (const char* value = std::getenv("${name}")) return value; throw std::runtime_error("${name} is not set"); }()`;
  const isRaw = ({ type }: Node): boolean => type === 'raw_string_literal';
  const list: PlaceRule = (expression) => listRefusal(root, expression) ?? {};
  const rules = plainRules(program, {
    title: 'C++',
    comments: ['comment'],
    strings: ['string_literal', 'raw_string_literal', 'preproc_arg'],
    sum: { type: 'binary_expression', operator: '+' },
    lookup,
    unusual: unusual(text),
    content: (node) => {
      const content = isRaw(node)
        ? node.namedChildren.find((one) => one?.type === 'raw_string_content')
        : undefined;
      return content
        ? { start: content.startIndex, end: content.endIndex }
        : { start: node.startIndex + 1, end: node.endIndex - 1 };
    },
    unescape: (raw, { node }) => (isRaw(node) || !raw.includes('\\') ? raw : undefined),
    fallback: (expression) => defaultIn(text, expression, lookups),
    places: {
      init_declarator: ({ parent }) => declaredRefusal(parent) ?? {},
      field_declaration: field,
      optional_parameter_declaration: inField('default_value'),
      initializer_list: list,
      initializer_pair: list,
      argument_list: argument,
      return_statement: anywhere,
      assignment_expression: inField('right'),
      conditional_expression: anywhere,
      cast_expression: inField('value'),
      binary_expression: operand,
      field_expression: anywhere,
      concatenated_string: refuse(
        t('Strings stand side by side, which only literals can. Move the key by hand.'),
      ),
      subscript_argument_list: refuse(t('The key is the name of an entry. Move it by hand.')),
      user_defined_literal: refuse(
        t('The string has a suffix, which only a literal can have. Move the key by hand.'),
      ),
    },
  });
  const place: LiteralRules['place'] = (expression, whole) => {
    if (isRebound(root, expression, 'std', ['identifier', 'namespace_identifier'], bindings))
      return renamed('std');
    const why = macroAround(root, expression) ?? formatRefusal(expression) ?? constantRefusal(expression);
    if (why !== undefined) return why;
    const placed = rules.place(expression, whole);
    return 'refused' in placed || whole || takesString(expression) ? placed : beside;
  };
  // The first of what is joined is a string, or two pointers would be added.
  const embed: LiteralRules['embed'] = (parts, { node, content }) => {
    const [open, close] = [
      text.slice(node.startIndex, content.start),
      text.slice(content.end, node.endIndex),
    ];
    const pieces = parts.map((part) => ('raw' in part ? open + part.raw + close : lookup(part.lookup)));
    return [`std::string(${pieces[0] ?? ''})`, ...pieces.slice(1)].join(' + ');
  };
  const headers = style === 'plain' ? ['<cstdlib>'] : ['<cstdlib>', '<stdexcept>'];
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place, embed }, keys),
    additions: (sites) => (sites.length === 0 ? [] : includeHeaders(text, root, headers)),
  };
}

const isCpp = /\b(?:namespace|class|template|constexpr|public|private)\b|\bstd::|^\s*#\s*include\s*<\w+>/m;

const beside: Refusal = {
  get refused() {
    return t('Text stands beside the key where no std::string is known to be taken. Move the key by hand.');
  },
};

const lookups = [
  /^\(?\s*(?:std::)?getenv\(\s*"(\w+)"\s*\)(?:\s*!=\s*(?:NULL|nullptr))?\s*\)?\s*\?\s*(?:std::)?getenv\(\s*"\1"\s*\)\s*:\s*""$/,
  /^(?:std::)?getenv\(\s*"(\w+)"\s*\)\s*\?:\s*""$/,
];

const field: PlaceRule = (expression): Placement | Refusal => {
  const declarator = expression.parent?.childForFieldName('declarator') ?? null;
  return shapeOf(declarator) === 'array'
    ? { refused: inArray() }
    : inField('default_value')(expression, true);
};

const argument: PlaceRule = ({ parent }): Placement | Refusal => {
  const owner = parent?.parent;
  if (owner?.type === 'init_declarator') return declaredRefusal(owner) ?? {};
  return /^(?:call_expression|new_expression|field_initializer)$/.test(owner?.type ?? '') ? {} : notHere;
};

const operand: PlaceRule = ({ parent }): Placement | Refusal =>
  /^(?:<<|==|!=)$/.test(parent?.childForFieldName('operator')?.text ?? '') ? {} : notHere;

const bindings = {
  scopes: new Set(['compound_statement', 'for_statement', 'lambda_expression']),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null) return false;
    if (/^namespace_(?:alias_)?definition$/.test(parent.type))
      return parent.childForFieldName('name')?.id === id && parent.parent?.type !== 'translation_unit';
    return /^(?:init_declarator|pointer_declarator|reference_declarator|parameter_declaration|preproc_def)$/.test(
      parent.type,
    );
  },
};
