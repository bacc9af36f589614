import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { enclosing, isField, nodesWith, outwards, spanOf } from '../syntax/node';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import type { Placement } from './rewriteLiterals';
import { isFormatArgument, macroOf } from './rustMacros';
import {
  borrows,
  fieldType,
  owningCallAround,
  parameterOf,
  type RustProgram,
  returnedFrom,
} from './rustProgram';
import { type FormName, written } from './rustString';
import { isLocal, leaves, usesOf } from './rustVariables';

export interface Form {
  readonly form: FormName;
  /** More than the literal goes: the call that made a `String` of it. */
  readonly around?: Node;
  readonly also?: readonly TextEdit[];
  readonly wrap?: (code: string) => string;
}

export function inForm(rust: RustProgram, { form, around, also, wrap }: Form): Placement {
  return {
    wrap: (code) => (wrap === undefined ? written(rust, form, code) : wrap(code)),
    ...(around === undefined ? {} : { span: spanOf(around) }),
    ...(also === undefined ? {} : { also: () => also }),
  };
}

/** Methods that keep what they are given. */
const keeping =
  /^(?:insert|push|push_back|push_front|or_insert|extend|set|replace|fill|get_or_insert|entry)$/;
/** Methods whose value has nothing of the string's own in it. */
const reading =
  /^(?:len|is_empty|to_uppercase|to_lowercase|parse|starts_with|ends_with|contains|repeat|to_string|to_owned|eq|into_bytes|is_char_boundary|eq_ignore_ascii_case)$/;

/** The form of an expression, by its place outside of macros and constants. */
export function formOf(rust: RustProgram, expression: Node, literal: Node): Form | Refusal {
  const owned = owningCallAround(expression);
  if (owned !== undefined) {
    const form = owned.isInto && !asksForString(rust.root, owned.call) ? 'into' : 'owned';
    return { form, around: owned.call };
  }
  let at = expression;
  while (at.parent?.type === 'parenthesized_expression') at = at.parent;
  const { parent } = at;
  switch (parent?.type) {
    case 'let_declaration':
      return letForm(rust, parent);
    case 'arguments':
      return argumentForm(rust, parent, at);
    case 'binary_expression':
      // What is joined in pieces begins with a `String`; what follows is borrowed.
      if (parent.childForFieldName('operator')?.text !== '+') return { form: 'owned' };
      return { form: isField(parent, 'right', at) ? 'borrowed' : 'owned' };
    case 'compound_assignment_expr':
      return { form: 'borrowed' };
    case 'expression_statement':
      return /;$/.test(parent.text) ? { form: 'owned' } : valueForm(at);
    case 'field_initializer':
      return fieldForm(rust, parent);
    case 'field_expression': {
      const method = parent.childForFieldName('field')?.text ?? '';
      return { form: reading.test(method) ? 'owned' : 'leaked' };
    }
    case 'reference_expression':
    case 'match_expression':
      return { form: 'str' };
    case 'array_expression':
    case 'tuple_expression':
      return { form: isPassedOn(at) ? 'str' : 'static' };
    default:
      return at.type === 'binary_expression' && literal.id === at.id ? { form: 'owned' } : valueForm(at);
  }
}

/** The value of a block, a branch or a function. */
function valueForm(at: Node): Form {
  const returned = returnedFrom(at)?.type;
  return {
    form: returned?.startsWith('&') ? 'leaked' : 'static',
  };
}

/** Whether the type that a place declares is `String`, so that `.into()` says nothing. */
function asksForString(root: Node, call: Node): boolean {
  const outer = call.parent?.type === 'arguments' ? call.parent.parent : null;
  const wrapper = outer?.childForFieldName('function')?.text ?? '';
  if (outer && /^(?:Some|Ok)$/.test(wrapper))
    return (wrapper === 'Some' ? /^Option<String>$/ : /\bResult<String\b/).test(
      declaredType(root, outer) ?? '',
    );
  return declaredType(root, call) === 'String';
}

/** The type that a place declares, where the file shows it. */
function declaredType(root: Node, value: Node): string | undefined {
  const { parent } = value;
  if (parent?.type === 'let_declaration') return parent.childForFieldName('type')?.text;
  if (parent?.type === 'field_initializer') return fieldType(root, parent);
  if (parent?.type === 'arguments' && parent.parent !== null)
    return parameterOf(root, parent.parent, value)?.type;
  return returnedFrom(value)?.type;
}

/** Whether a list is built for a call that uses it up in its own statement. */
function isPassedOn(item: Node): boolean {
  for (const at of outwards(item.parent ?? item)) {
    if (/^(?:array|tuple|reference|parenthesized)_expression$/.test(at.type)) continue;
    const call = at.type === 'arguments' ? at.parent : null;
    const target = call?.childForFieldName('function');
    return (
      target?.type === 'field_expression' && !keeping.test(target.childForFieldName('field')?.text ?? '')
    );
  }
  return false;
}

function argumentForm(rust: RustProgram, list: Node, argument: Node): Form | Refusal {
  const call = list.parent;
  const target = call?.childForFieldName('function');
  if (!call || !target) return { form: 'static' };
  const path = target.text.replace(/::<.*$/s, '');
  const name = /(\w+)$/.exec(path)?.[1] ?? '';
  if (/\bHeaderValue::from_static$/.test(path))
    return {
      form: 'borrowed',
      around: call,
      wrap: (code) => `${path.replace(/from_static$/, 'from_str')}(&${code}).expect("the header is valid")`,
    };
  if (/_static$/.test(name))
    return {
      refused: t('{0} asks for a value that is known when the program is built. Move the key by hand.', name),
    };
  if (/\bCow::Borrowed$/.test(path))
    return {
      form: 'owned',
      around: call,
      wrap: (code) => `${path.replace(/Borrowed$/, 'Owned')}(${code})`,
    };
  if (/^[A-Z]/.test(name)) return { form: 'static' };
  const own = parameterOf(rust.root, call, argument);
  if (own !== undefined) {
    if (/Into<String>/.test(own.type)) return { form: 'owned' };
    if (/^(?:impl|&dyn)\b/.test(own.type))
      return { form: /'static|Into</.test(own.type) ? 'static' : 'borrowed' };
    if (/'static/.test(own.type) || borrows(rust.root, ownType(own.returns, call))) return { form: 'leaked' };
    return { form: own.type.startsWith('&') ? 'borrowed' : 'static' };
  }
  if (target.type === 'field_expression') return { form: keeping.test(name) ? 'static' : 'borrowed' };
  if (/^[A-Z]\w*::from$|::[A-Z]\w*::from$/.test(path)) return { form: 'owned' };
  if (/\b(?:Box|R?c|Arc|Rc|Cell|RefCell|Mutex|RwLock|OnceCell|OnceLock|Some)::new$/.test(path))
    return { form: 'static' };
  const isClosure = nodesWith(rust.root, /\blet\b[^=;]*=\s*(?:move\s*)?\|/g, 'let_declaration').some(
    (one) =>
      one.childForFieldName('pattern')?.text === path &&
      /\|/.test(one.childForFieldName('value')?.text[0] ?? ''),
  );
  return { form: isClosure ? 'str' : 'borrowed' };
}

/** What a function returns, with `Self` by its name. */
const ownType = (returns: string, call: Node): string =>
  returns.replace(/\bSelf\b/, /^(\w+)::/.exec(call.childForFieldName('function')?.text ?? '')?.[1] ?? 'Self');

function fieldForm(rust: RustProgram, initializer: Node): Form {
  const type = fieldType(rust.root, initializer);
  if (type !== undefined && !type.startsWith('&')) return { form: 'static' };
  const struct = enclosing(initializer, new Set(['struct_expression']));
  const declaration = struct?.parent;
  if (type !== undefined && !type.includes("'static") && declaration?.type === 'let_declaration') {
    if (isLocal(declaration) && !leaves(declaration)) return { form: 'borrowed' };
  }
  return { form: 'leaked' };
}

/** `let key = "…";` holds the `String` itself where all uses can borrow it, else a `&str`. */
function letForm(rust: RustProgram, declaration: Node): Form {
  const type = declaration.childForFieldName('type')?.text;
  const name = declaration.childForFieldName('pattern');
  if (type?.includes("'static") === true) return { form: 'leaked' };
  const still: FormName = type === undefined ? 'static' : 'leaked';
  const borrowed: FormName = type === undefined ? 'str' : 'borrowed';
  if (name?.type !== 'identifier' || /^let\s+mut\b/.test(declaration.text)) return { form: still };
  if (leaves(declaration)) return { form: still };
  const edits: TextEdit[] = [];
  let isPlain = type === undefined;
  for (const use of usesOf(declaration)) {
    const kind = useOf(rust, use);
    if (kind === 'argument') edits.push(insert(use.startIndex, '&'));
    if (kind === 'other') isPlain = false;
    if (kind === 'kept' && !isLocal(declaration)) return { form: still };
    if (kind === 'kept') isPlain = false;
    if (kind === 'static') return { form: still };
  }
  return isPlain ? { form: 'owned', also: edits } : { form: borrowed };
}

/** What is done with a variable at one of its uses. */
function useOf(rust: RustProgram, use: Node): 'plain' | 'argument' | 'kept' | 'static' | 'other' {
  const { parent } = use;
  if (parent?.type === 'token_tree')
    return isFormatArgument(use) ? 'plain' : macroOf(use)?.name === 'vec' ? 'kept' : 'other';
  switch (parent?.type) {
    case 'arguments': {
      const form = argumentForm(rust, parent, use);
      if ('refused' in form) return 'static';
      if (form.form === 'borrowed' && form.around === undefined) return 'argument';
      return form.form === 'owned' || form.form === 'str'
        ? 'other'
        : form.form === 'leaked'
          ? 'static'
          : 'kept';
    }
    case 'field_expression':
      return reading.test(parent.childForFieldName('field')?.text ?? '') ? 'plain' : 'other';
    case 'binary_expression':
      return /^[=!]=$/.test(parent.childForFieldName('operator')?.text ?? '') ? 'plain' : 'other';
    case 'field_initializer':
      return fieldType(rust.root, parent)?.includes("'static") === true ? 'static' : 'kept';
    case 'shorthand_field_initializer':
      return fieldType(rust.root, parent)?.includes("'static") === true ? 'static' : 'kept';
    case 'match_expression':
      return 'other';
    case 'let_declaration':
      return 'kept';
    default:
      return 'kept';
  }
}
