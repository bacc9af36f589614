import type { Node } from 'web-tree-sitter';
import { enclosing, outwards } from '../syntax/node';

/** Whether nothing that is borrowed can leave a function by what it returns. */
export function isLocal(node: Node): boolean {
  const owner = enclosing(node, new Set(['function_item', 'closure_expression', 'async_block']));
  if (owner?.type !== 'function_item') return false;
  const returns = owner.childForFieldName('return_type')?.text ?? '()';
  return (
    owner.childForFieldName('name')?.text === 'main' || /^(?:\(\)|bool|String|[iu]\d+|usize)$/.test(returns)
  );
}

/** Uses of what a `let` declares, also in macros, and in `{name}` of their strings. */
export function usesOf(declaration: Node): readonly Node[] {
  const pattern = declaration.childForFieldName('pattern');
  const block = declaration.parent;
  if (pattern?.type !== 'identifier' || block === null) return [];
  const name = pattern.text;
  return block
    .descendantsOfType(['identifier', 'shorthand_field_identifier'])
    .filter((one) => one !== null)
    .filter((one) => one.text === name && one.startIndex > declaration.endIndex);
}

/** Whether what a `let` declares is moved into a closure or a task, which may outlive the block. */
export const leaves = (declaration: Node): boolean =>
  usesOf(declaration).some((use) =>
    [...outwards(use)].some(
      (at) =>
        at.startIndex > declaration.endIndex &&
        /^(?:closure_expression|async_block)$/.test(at.type) &&
        /^(?:async\s+)?move\b/.test(at.text),
    ),
  ) || movedCapture(declaration);

/** `move || println!("{key}")`: a use that only the string shows. */
function movedCapture(declaration: Node): boolean {
  const name = declaration.childForFieldName('pattern')?.text ?? '';
  return (declaration.parent?.descendantsOfType(['closure_expression', 'async_block']) ?? []).some(
    (one) => one !== null && /^(?:async\s+)?move\b/.test(one.text) && one.text.includes(`{${name}`),
  );
}
