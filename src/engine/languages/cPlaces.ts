import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, enclosing, nodesWith, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import { appRefusal } from './language';
import type { Program } from './rewriter';

/** What C and C++ have in common: why a key stays at a place, or in a whole program. */

/** The code runs where there is no environment, or ships. */
export function refusalOf({ text }: Program): Refusal | undefined {
  if (/^\s*#\s*include\s*<android\//m.test(text)) return appRefusal;
  return device.test(text) ? onDevice : undefined;
}

const device =
  /^\s*#\s*include\s*[<"](?:Arduino|WiFi\w*|ESP\w+|HTTPClient|mbed|stm32\w*|esp_\w+|(?:freertos|pico|avr|zephyr|driver)\/\w+)\.h[>"]/m;

const onDevice: Refusal = {
  get refused() {
    return t(
      'This code runs on a device that has no environment, and whoever holds it can read the key. Call the provider from a server.',
    );
  },
};

/** The macro whose argument the expression is in: it may take the text of it, or do without it. */
export function macroAround(root: Node, expression: Node): Refusal | undefined {
  for (const around of outwards(expression)) {
    const name = around.type === 'call_expression' ? (around.childForFieldName('function')?.text ?? '') : '';
    const isMacro =
      /^[A-Z_][A-Z0-9_]+$|^[A-Z]$|Literal$|^_?static_assert$|^_Static_assert$|^assert$/.test(name) ||
      (/^\w+$/.test(name) && new RegExp(`^[ \\t]*#[ \\t]*define[ \\t]+${name}\\(`, 'm').test(root.text));
    if (isMacro) return { refused: t('The key is given to the macro {0}. Move it by hand.', name) };
  }
  return undefined;
}

/** A format must be a literal for the compiler to check it: what stands before any other string in `printf` and its kin. */
export function formatRefusal(expression: Node): Refusal | undefined {
  const list = expression.parent;
  const name = list?.type === 'argument_list' ? (list.parent?.childForFieldName('function')?.text ?? '') : '';
  const isFirst = list?.namedChildren.find((one) => /string/.test(one?.type ?? ''))?.id === expression.id;
  return isFirst && /(?:printf|scanf|syslog|\bformat|\bprint|\bprintln)$/.test(name)
    ? { refused: t('The key is the format of what is printed. Give it to %s first.') }
    : undefined;
}

export const inMacro = (): string =>
  t('A macro is put in as text wherever it is used. Make it a variable first.');

export const inArray = (): string =>
  t('The key is copied into an array, which takes a literal alone. Make it a pointer first.');

/** Why a literal is not read as it is written: it is in a macro, or its characters are wide. */
export const unusual =
  (text: string) =>
  (node: Node): string | undefined => {
    if (node.type === 'preproc_arg') return inMacro();
    return /^(?:R?")/.test(text.slice(node.startIndex, node.startIndex + 2))
      ? undefined
      : t('The key is in a string of another kind of characters. Move it by hand.');
  };

/** How a declarator, or a field of a name, is declared. */
export type Shape = 'array' | 'pointer' | 'other';

export function shapeOf(declarator: Node | null): Shape {
  for (let at = declarator; at !== null; at = at.childForFieldName('declarator')) {
    if (at.type === 'pointer_declarator') return 'pointer';
    if (at.type === 'array_declarator') return 'array';
  }
  return 'other';
}

/** The shapes of all fields of a name in the file. */
export const fieldShapes = (root: Node, name: string): readonly Shape[] =>
  (/^\w+$/.test(name) ? nodesWith(root, new RegExp(`\\b${name}\\b`, 'g'), 'field_declaration') : []).flatMap(
    (field) =>
      field
        .childrenForFieldName('declarator')
        .filter((one) => one !== null && nameIn(one) === name)
        .map(shapeOf),
  );

function nameIn(declarator: Node): string {
  let at = declarator;
  for (
    let inner = at.childForFieldName('declarator');
    inner !== null;
    inner = at.childForFieldName('declarator')
  )
    at = inner;
  return at.text;
}

/** The name of the field that an expression is given to: `.key = "…"`. */
export const fieldOf = (pair: Node): string | undefined => {
  const designator = pair.childForFieldName('designator');
  return designator?.type === 'field_designator' ? designator.text.replace(/^\.\s*/, '') : undefined;
};

/** The words in front of what is declared: `static`, `constexpr`. */
export const wordsOf = (declaration: Node): readonly string[] =>
  children(declaration)
    .filter(({ type }) => /^(?:storage_class_specifier|type_qualifier)$/.test(type))
    .map(({ text }) => text);

export const declarationOf = (node: Node): Node | undefined => enclosing(node, declarations);

const declarations = new Set(['declaration', 'field_declaration', 'function_definition']);
