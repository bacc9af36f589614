import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isField, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { defaultIn } from './plainDefaults';
import { anywhere, type PlaceRule, plainRules, refuse, refusing, type Setting } from './plainRules';
import {
  type LiteralRules,
  type Part,
  type Placement,
  rewriteLiterals,
  type StringLiteral,
} from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * PowerShell: `$env:X`, which is empty where the variable is not set.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_environment_variables, read 2026-11-25
 */
export function powershellRewriter(program: Program): Rewriter {
  const { text, path } = program;
  if (path.toLowerCase().endsWith('.psd1'))
    return refusing({
      refused: t('A data file takes no variables of the environment. Move the key by hand.'),
    });
  const rules = plainRules(program, {
    title: 'PowerShell',
    comments: ['comment'],
    strings: [
      'expandable_string_literal',
      'verbatim_string_characters',
      'expandable_here_string_literal',
      'verbatim_here_string_characters',
      'generic_token',
      'switch_clause_condition',
    ],
    sum: { type: 'additive_expression', operator: '+' },
    lookup: (name) => `$env:${name}`,
    unusual: (node) => (node.type === 'switch_clause_condition' ? aPattern.refused : undefined),
    content: contentOf,
    // Curly quotes are quotes as well.
    unescape: (raw) => (/[`$'"\u2018-\u201e]/.test(raw) ? undefined : raw),
    fallback: (expression) => defaultIn(text, expression, lookups),
    isThrough: ({ type, childCount }) => childCount === 1 && through.test(type),
    setting,
    places: {
      assignment_expression: anywhere,
      hash_entry: anywhere,
      class_property_definition: anywhere,
      key_expression: refuse(t('The key is the name of an entry. Move it by hand.')),
      command_elements: anywhere,
      command_name_expr: refuse(t('The key is the name of a command. Move it by hand.')),
      argument_expression_list: anywhere,
      statement_list: anywhere,
      array_literal_expression: anywhere,
      comparison_expression: compared,
      format_expression: anywhere,
      flow_control_statement: anywhere,
      script_parameter_default: anywhere,
      cast_expression: cast,
      pipeline_chain: anywhere,
    },
  });
  const place: LiteralRules['place'] = (expression, whole) =>
    unplaceable(expression, whole) ?? rules.place(expression, whole);
  return {
    sites: (keys) =>
      rewriteLiterals(
        program,
        { ...rules, place, embed: (parts, literal) => embedded(text, parts, literal) },
        keys,
      ),
    additions: () => [],
  };
}

const lookups = [
  /^if \(\s*\$env:(\w+)\s*\)\s*\{\s*\$env:\1\s*\}\s*else\s*\{\s*""\s*\}$/i,
  /^if \(\s*(?:-not\s+|!\s*)\$env:(\w+)\s*\)\s*\{\s*""\s*\}\s*else\s*\{\s*\$env:\1\s*\}$/i,
];

/** Nodes of the grammar that each level of operators puts around its one operand. */
const through =
  /^(?:pipeline|pipeline_chain|(?:logical|bitwise|comparison|additive|multiplicative|format|range)(?:_argument)?_expression|array_literal_expression|unary_expression|argument_expression|string_literal)$/;

function contentOf(node: Node): StringLiteral['content'] {
  if (node.type === 'generic_token') return { start: node.startIndex, end: node.endIndex };
  const [open = '', close = ''] = /^@["'][ \t]*\r?\n/.test(node.text)
    ? [/^@.*\r?\n/.exec(node.text)?.[0], /\r?\n["']@$/.exec(node.text)?.[0]]
    : ['"', '"'];
  return { start: node.startIndex + open.length, end: node.endIndex - close.length };
}

/** `$env:X = "…"`. */
function setting(expression: Node): Setting | undefined {
  const assignment = [...outwards(expression)].find(({ childCount }) => childCount > 1);
  if (
    assignment?.type !== 'assignment_expression' ||
    assignment.firstChild?.startIndex === expression.startIndex
  )
    return undefined;
  const target = assignment.firstChild?.text ?? '';
  if (!/^\$(?:env:|\{env:)/i.test(target)) return undefined;
  const name = /^\$(?:env:(\w+)|\{env:(\w+)\})$/i.exec(target);
  const statement = assignment.parent;
  const isAlone = assignment.children[1]?.text === '=' && statement?.parent?.type === 'statement_list';
  const given = name?.[1] ?? name?.[2] ?? '';
  return isAlone && given !== '' && statement ? { name: given, statement } : { name: given };
}

const aPattern: Refusal = {
  get refused() {
    return t('The key is a pattern of switch. Compare it with if and -eq instead.');
  },
};

/** `-like` and `-match` read their right side as a pattern. */
const compared: PlaceRule = ({ parent }): Placement | Refusal =>
  parent?.children.some((child) => /^-[ci]?(?:eq|ne|in|notin|contains|notcontains)$/i.test(child?.text ?? ''))
    ? {}
    : { refused: t('The key is part of a pattern. Move it by hand.') };

const cast: PlaceRule = ({ parent }): Placement | Refusal =>
  /^\[(?:string|securestring)\]/i.test(parent?.text ?? '')
    ? {}
    : { refused: t('The key is made into another type. Move it by hand.') };

function unplaceable(expression: Node, whole: boolean): Refusal | undefined {
  if (!whole && expression.type === 'generic_token')
    return { refused: t('The key is in a word without quotes. Put quotes around it first.') };
  for (const at of outwards(expression)) {
    if (at.isError && at.parent !== null)
      return { refused: t('The code around the key could not be read. Move the key by hand.') };
    if (at.type === 'attribute')
      return { refused: t('An attribute takes constants alone. Move the key by hand.') };
    if (at.type === 'data_statement')
      return { refused: t('A data section takes constants alone. Move the key by hand.') };
    if (at.type === 'invokation_expression' && /^\[(?:System\.)?Environment\]::Set/i.test(at.text))
      return { refused: t('This line sets an environment variable. Set it in .env and delete the line.') };
    if (isField(at.parent, 'condition', at)) return undefined;
  }
  return undefined;
}

/** Text with lookups in it, between double quotes. */
function embedded(text: string, parts: readonly Part[], { node, content }: StringLiteral): string | Refusal {
  const [open, close] = [text.slice(node.startIndex, content.start), text.slice(content.end, node.endIndex)];
  const isVerbatim = node.type.startsWith('verbatim');
  const isHere = open.startsWith('@');
  const raw = parts.map((part) => ('raw' in part ? part.raw : '')).join('');
  if (isVerbatim && (isHere ? /^"@/m : /[\u2018-\u201e]/).test(raw))
    return { refused: t('The text beside the key has quotes that would end it. Move the key by hand.') };
  // It would escape the `$` of the lookup.
  if (!isVerbatim && parts.some((part) => 'raw' in part && /(?<!`)(?:``)*`$/.test(part.raw)))
    return { refused: t('A backtick stands before the key in the same string. Move the key by hand.') };
  const spelled = (plain: string): string => {
    if (!isVerbatim) return plain;
    const escaped = plain.replace(/[`$]/g, '`$&');
    return isHere ? escaped : escaped.replaceAll("''", "'").replaceAll('"', '`"');
  };
  const inside = parts.map((part) => ('raw' in part ? spelled(part.raw) : `$($env:${part.lookup})`)).join('');
  return open.replace("'", '"') + inside + close.replace("'", '"');
}
