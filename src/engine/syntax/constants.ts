import type { Node } from 'web-tree-sitter';

/** Identifiers below a node, by their text. */
export const identifiersIn = (node: Node): readonly string[] =>
  node.descendantsOfType('identifier').flatMap((one) => (one === null ? [] : [one.text]));

/**
 * Names that must be constant: those that stand in `places`, and those that the values of these are made of.
 * `valuesOf`: what is given to variables of a name.
 */
export function constantNames(
  places: readonly Node[],
  valuesOf: (name: string) => readonly Node[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const open = places.flatMap(identifiersIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    open.push(...valuesOf(name).flatMap(identifiersIn));
  }
  return names;
}
