import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { enclosing } from '../syntax/node';
import { t } from '../text/l10n';
import { includeHeaders } from './cIncludes';
import {
  declarationOf,
  fieldOf,
  fieldShapes,
  formatRefusal,
  inArray,
  macroAround,
  refusalOf,
  shapeOf,
  unusual,
  wordsOf,
} from './cPlaces';
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
import { type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/** C: `getenv("X")` inside of functions, with stdlib.h included. https://en.cppreference.com/w/c/program/getenv, read 2026-11-25 */
export function cRewriter(program: Program): Rewriter {
  const { root, text, style } = program;
  const refused = program.inBrowser ? browserRefusal : refusalOf(program);
  if (refused !== undefined) return refusing(refused);
  const headers = style === 'failFast' ? ['<stdio.h>', '<stdlib.h>'] : ['<stdlib.h>'];
  const list: PlaceRule = (expression) => inList(root, expression);
  const rules = plainRules(program, {
    title: 'C',
    comments: ['comment'],
    strings: ['string_literal', 'preproc_arg'],
    lookup: (name) => (style === 'failFast' ? checked(name) : `getenv("${name}")`),
    unusual: unusual(text),
    fallback: (expression) => defaultIn(text, expression, lookups),
    places: {
      init_declarator: ({ parent }) => declared(parent),
      initializer_list: list,
      initializer_pair: list,
      argument_list: ({ parent }): Placement | Refusal =>
        parent?.parent?.type === 'call_expression' ? {} : notHere,
      return_statement: anywhere,
      assignment_expression: inField('right'),
      conditional_expression: anywhere,
      comma_expression: anywhere,
      cast_expression: inField('value'),
      concatenated_string: refuse(
        t('Strings stand side by side, which only literals can. Move the key by hand.'),
      ),
    },
  });
  const place: typeof rules.place = (expression, whole) => {
    if (isRebound(root, expression, 'getenv', ['identifier'], bindings)) return renamed('getenv');
    const around = enclosing(expression, stages);
    if (
      enclosing(expression, body) === undefined ||
      (around && wordsOf(around).some((word) => fixed.test(word)))
    )
      return {
        refused: t('What is set before the program runs takes literals alone. Set it in a function first.'),
      };
    return macroAround(root, expression) ?? formatRefusal(expression) ?? rules.place(expression, whole);
  };
  return {
    sites: (keys) => rewriteLiterals(program, { ...rules, place }, keys),
    additions: (sites) => (sites.length === 0 ? [] : includeHeaders(text, root, headers)),
  };
}

/** C has no throw: an expression that ends the program. */
const checked = (name: string): string =>
  `(getenv("${name}") ? getenv("${name}") : (fputs("${name} is not set\\n", stderr), exit(EXIT_FAILURE), (char *)0))`;

const body = new Set(['compound_statement']);
const stages = new Set(['declaration', 'compound_statement']);

const fixed = /^(?:static|constexpr|thread_local|_Thread_local)$/;

const unseen = (): string => t('Keystow does not see whether a pointer is kept there. Move the key by hand.');

const lookups = [
  /^\(?\s*getenv\(\s*"(\w+)"\s*\)(?:\s*!=\s*NULL)?\s*\)?\s*\?\s*getenv\(\s*"\1"\s*\)\s*:\s*""$/,
  /^getenv\(\s*"(\w+)"\s*\)\s*\?:\s*""$/,
];

function declared(declarator: Node | null): Placement | Refusal {
  const shape = shapeOf(declarator?.childForFieldName('declarator') ?? null);
  if (shape === 'array') return { refused: inArray() };
  return shape === 'pointer' ? {} : { refused: unseen() };
}

/** Pointers stand in an array of them, and in fields that the file declares as pointers. */
function inList(root: Node, expression: Node): Placement | Refusal {
  const pair = expression.parent?.type === 'initializer_pair' ? expression.parent : undefined;
  const field = pair === undefined ? undefined : fieldOf(pair);
  if (field !== undefined) {
    const shapes = fieldShapes(root, field);
    if (shapes.includes('array')) return { refused: inArray() };
    return shapes.includes('pointer') ? {} : { refused: unseen() };
  }
  const owner = (pair ?? expression).parent?.parent;
  return owner?.type === 'init_declarator' &&
    /^\*[^()]*\[[^\]]*\]$/s.test(owner.childForFieldName('declarator')?.text ?? '')
    ? {}
    : { refused: unseen() };
}

const bindings = {
  scopes: new Set(['compound_statement', 'for_statement']),
  declares: ({ parent }: Node): boolean =>
    parent !== null &&
    (/^(?:init_declarator|pointer_declarator|array_declarator|parameter_declaration|declaration|preproc_def|preproc_function_def)$/.test(
      parent.type,
    ) ||
      // A prototype names the function that is meant.
      (parent.type === 'function_declarator' && declarationOf(parent)?.type === 'function_definition')),
};
