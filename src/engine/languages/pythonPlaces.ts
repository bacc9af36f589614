import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { isRebound } from '../syntax/bindings';
import { enclosing, isField, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import { lineStart } from '../text/lines';
import { fallbackOf, removed, settingStatement, settingsField } from './pythonFallbacks';
import type { OsNames } from './pythonImports';
import { amongJoined, isBytes } from './pythonStrings';
import type { Placement } from './rewriteLiterals';
import type { Program } from './rewriter';

/** Whether an expression may be replaced where it stands, and what that takes. */
export function place(
  { root, text, path, style }: Program,
  os: OsNames,
  expression: Node,
  whole: boolean,
  lookup: (name: string, expression: Node, whole: Node) => string,
): Placement | Refusal {
  const { parent } = expression;
  if (parent === null) return {};
  if (isRebound(root, expression, os.environ ?? os.module, ['identifier'], bindings))
    return {
      refused: t('The name {0} means something else here. Move the key by hand.', os.environ ?? os.module),
    };
  if (path.endsWith('.ipynb') && /^[ \t]*[!%]/.test(text.slice(lineStart(text, expression.startIndex))))
    return { refused: t('The key is in a command of the notebook. Move it to a variable first.') };
  if (parent.type === 'expression_statement')
    return { refused: t('The string is not used by any code. Delete it.') };
  if (parent.type === 'case_pattern') return { refused: t('A case pattern must be a literal.') };
  if (
    enclosing(expression, new Set(['type'])) ||
    (parent.type === 'subscript' && /(?:^|\.)Literal\s*\[/.test(parent.text))
  )
    return { refused: t('The key is a type, which has no value at run time.') };
  if (parent.type === 'concatenated_string') return amongJoined(parent, expression, whole);

  const setter = settingStatement(expression);
  if (setter !== undefined) {
    if (!whole)
      return {
        refused: t(
          'This line sets the environment variable itself, with more than the key. Move it by hand.',
        ),
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

export const bindings = {
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
