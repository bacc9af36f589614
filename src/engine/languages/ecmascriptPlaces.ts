import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isBundlerConfig, type ScriptProject } from '../runtimes/scriptProject';
import { children, enclosing, isField, namedChildren, outwards, spanOf } from '../syntax/node';
import { statementSpan } from '../syntax/statement';
import { t } from '../text/l10n';
import { browserRefusal } from './language';
import type { Placement } from './rewriteLiterals';
import { acceptsUndefined } from './sdks';

/** Nodes in which nothing runs, however deep the literal is in them. */
const declared: Readonly<Record<string, () => string>> = {
  import_statement: () => t('The key is part of an import.'),
  export_clause: () => t('The key is part of an export.'),
  ambient_declaration: () => t('The key is in a declaration, which has no value at run time.'),
  interface_declaration: () => t('The key is a type, which has no value at run time.'),
  type_alias_declaration: () => t('The key is a type, which has no value at run time.'),
  type_annotation: () => t('The key is a type, which has no value at run time.'),
  type_arguments: () => t('The key is a type, which has no value at run time.'),
  literal_type: () => t('The key is a type, which has no value at run time.'),
  enum_declaration: () => t('An enum member must be a literal.'),
  enum_body: () => t('An enum member must be a literal.'),
};

const runs = new Set(['statement_block', 'class_body', 'arrow_function', 'function_expression', 'program']);

/** What a literal may become where it stands, in JavaScript and TypeScript. */
export const placeOf = { expression, use };

/** What a place does with a value: takes strings only, takes undefined as well, or makes a text of it. */
export type Use = 'string' | 'optional' | 'text';

interface Lookups {
  readonly lookup: (name: string, literal: Node, whole?: Node) => string;
  /** Whether a lookup throws by itself where the variable is not set. */
  readonly failsFast: boolean;
}

function expression(
  project: ScriptProject,
  node: Node,
  whole: boolean,
  onServer: boolean,
  { lookup, failsFast }: Lookups,
): Placement | Refusal {
  const { parent } = node;
  if (parent === null) return {};
  const refused = unreplaceable(project, node, parent);
  if (refused !== undefined) return { refused };
  if (enclosing(node, new Set(['jsx_element', 'jsx_self_closing_element'])) && !onServer)
    return browserRefusal;
  if (parent.type === 'jsx_attribute') return { wrap: (code) => `{${code}}` };

  const isConstant = parent.type === 'as_expression' && children(parent).at(-1)?.type === 'const';
  if (isConstant) return { span: spanOf(parent) };
  const setter = settingStatement(parent, node);
  if (setter !== undefined) {
    if (!whole)
      return {
        refused: t(
          'This line sets the environment variable itself, with more than the key. Move it by hand.',
        ),
      };
    return { name: setter.name, ...removed(project.text, setter.statement) };
  }
  const fallback = whole ? fallbackOf(parent, node) : undefined;
  if (fallback === undefined) return {};
  const { name, span, target } = fallback;
  return {
    name,
    span,
    wrap: (_, [final = name]) => {
      if (target === undefined) return lookup(final, node, parent);
      return failsFast ? `${target} = ${lookup(final, node)}` : target;
    },
  };
}

function unreplaceable(project: ScriptProject, node: Node, parent: Node): string | undefined {
  for (const at of outwards(parent)) {
    if (at.type === 'export_statement' && isField(at, 'source', node))
      return t('The key is part of an export.');
    const reason = declared[at.type];
    if (reason !== undefined) return reason();
    if (runs.has(at.type)) break;
  }
  if (parent.type === 'pair' && isField(parent, 'key', node)) return t('The key is a property name.');
  if (
    /^(?:public_field_definition|field_definition|method_definition)$/.test(parent.type) &&
    !isField(parent, 'value', node)
  )
    return t('The key is a property name.');
  if (
    parent.type === 'call_expression' &&
    isField(parent, 'arguments', node) &&
    node.type === 'template_string'
  )
    return t('The key is in a tagged template.');
  if (parent.type === 'expression_statement') return t('The string is not used by any code. Delete it.');
  if (isBundlerConfig(project.path) && isBuiltIn(node))
    return t('This puts the value into what the browser gets. Read the variable on the server instead.');
  return undefined;
}

/** A value that a bundler writes into the code: under `env` or `define`, or an argument of `DefinePlugin`. */
function isBuiltIn(node: Node): boolean {
  for (const at of outwards(node)) {
    if (
      at.type === 'pair' &&
      /^["']?(?:env|define|publicRuntimeConfig|public)["']?$/.test(at.childForFieldName('key')?.text ?? '')
    )
      return true;
    if (
      at.type === 'new_expression' &&
      /DefinePlugin|EnvironmentPlugin/.test(at.childForFieldName('constructor')?.text ?? '')
    )
      return true;
  }
  return false;
}

/** The name that an expression reads: `process.env.X`, `process.env["X"]`, `Bun.env.X`, `Deno.env.get("X")`, `import.meta.env.X`. */
function readName(node: Node | null): string | undefined {
  const text = node?.text ?? '';
  const found =
    /^(?:process|globalThis\.process|Bun|import\.meta)\s*\??\.\s*env\s*(?:\??\.\s*([A-Za-z_]\w*)|(?:\?\.)?\[\s*(["'`])([A-Za-z_]\w*)\2\s*\])!?$/.exec(
      text,
    ) ?? /^Deno\s*\.\s*env\s*\.\s*get\(\s*(["'`])([A-Za-z_]\w*)\1\s*\)$/.exec(text);
  return found?.[3] ?? (found === null ? undefined : text.startsWith('Deno') ? found[2] : found[1]);
}

interface Fallback {
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number };
  /** The variable that a pattern gives the value to. */
  readonly target?: string;
}

/** `process.env.X || "…"`, `X ? X : "…"` and `{ X = "…" } = process.env`: the default goes, and the name stays. */
function fallbackOf(parent: Node, node: Node): Fallback | undefined {
  if (parent.type === 'binary_expression' && isField(parent, 'right', node)) {
    if (!/^(?:\|\||\?\?)$/.test(parent.childForFieldName('operator')?.type ?? '')) return undefined;
    let left = parent.childForFieldName('left');
    while (left?.type === 'binary_expression') left = left.childForFieldName('right');
    const name = readName(left);
    return name === undefined || left === null
      ? undefined
      : { name, span: { start: left.startIndex, end: node.endIndex } };
  }
  if (parent.type === 'ternary_expression' && isField(parent, 'alternative', node)) {
    const name = readName(parent.childForFieldName('consequence'));
    return name === undefined ? undefined : { name, span: spanOf(parent) };
  }
  if (/^(?:object_)?assignment_pattern$/.test(parent.type) && isField(parent, 'right', node)) {
    const declarator = enclosing(parent, new Set(['variable_declarator', 'formal_parameters']));
    const isDirect = declarator?.childForFieldName('name')?.type === 'object_pattern' && isInnermost(parent);
    if (!isDirect || !/^(?:process|Bun)\.env$/.test(declarator?.childForFieldName('value')?.text ?? ''))
      return undefined;
    const left = parent.childForFieldName('left');
    const name =
      parent.parent?.type === 'pair_pattern' ? parent.parent.childForFieldName('key')?.text : left?.text;
    if (left === null || name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
    return { name, span: spanOf(parent), target: left.text };
  }
  return undefined;
}

const isInnermost = (pattern: Node): boolean => {
  const holder = pattern.parent?.type === 'pair_pattern' ? pattern.parent.parent : pattern.parent;
  return holder?.type === 'object_pattern' && holder.parent?.type === 'variable_declarator';
};

/** A statement that does nothing but set a variable of the environment: `process.env.X = "…"`. */
function settingStatement(
  parent: Node,
  node: Node,
): { readonly name: string; readonly statement: Node } | undefined {
  if (!/^(?:augmented_)?assignment_expression$/.test(parent.type) || !isField(parent, 'right', node))
    return undefined;
  const name = readName(parent.childForFieldName('left'));
  const statement = parent.parent;
  return name === undefined || statement?.type !== 'expression_statement' ? undefined : { name, statement };
}

/** The variable comes from `.env` now: the statement goes, with its line where nothing else stands on it. */
function removed(text: string, statement: Node): Placement {
  const isBody = !/^(?:program|statement_block|switch_case)$/.test(statement.parent?.type ?? '');
  if (isBody) return { span: spanOf(statement), wrap: () => '{}' };
  return { span: statementSpan(text, statement, '//'), wrap: () => '' };
}

function use(node: Node): Use {
  const { parent } = node;
  if (takesUndefined(node)) return 'optional';
  const isSum = parent?.type === 'binary_expression' && parent.childForFieldName('operator')?.type === '+';
  const hasText = namedChildren(parent ?? node).some(({ id, type }) => id !== node.id && isText.test(type));
  return parent?.type === 'template_substitution' || (isSum && hasText) ? 'text' : 'string';
}

const isText = /^(?:template_)?string$/;

/** The value is given to an SDK that reads the variable itself where it gets none, and says so where it is missing. */
function takesUndefined(node: Node): boolean {
  const pair = node.parent;
  const object = pair?.type === 'pair' ? pair.parent : undefined;
  const call = object?.parent?.type === 'arguments' ? object.parent.parent : undefined;
  if (call?.type !== 'new_expression' || !isField(pair ?? null, 'value', node)) return false;
  return acceptsUndefined(
    call.childForFieldName('constructor')?.text ?? '',
    pair?.childForFieldName('key')?.text ?? '',
  );
}
