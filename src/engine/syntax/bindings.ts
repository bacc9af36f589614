import type { Node } from 'web-tree-sitter';
import { contains } from '../text/span';
import { spanOf } from './node';

/** How a language gives names a meaning. */
export interface BindingRules {
  /** Types of nodes that hold what is declared in them: blocks, functions. What is in none of them is the file's. */
  readonly scopes: ReadonlySet<string>;
  /** Whether an identifier is declared here, and not used; `at` is where its meaning counts. */
  declares(identifier: Node, at: Node): boolean;
}

/** Whether `name` has been given another meaning in a scope around `at`. */
export function isRebound(
  root: Node,
  at: Node,
  name: string,
  types: readonly string[],
  rules: BindingRules,
): boolean {
  return root.descendantsOfType([...types]).some((node) => {
    if (node === null || node.text !== name || !rules.declares(node, at)) return false;
    let scope: Node | null = node.parent;
    while (scope !== null && !rules.scopes.has(scope.type)) scope = scope.parent;
    return scope === null || contains(spanOf(scope), spanOf(at));
  });
}
