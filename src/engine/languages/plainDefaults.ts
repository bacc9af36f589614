import type { Node } from 'web-tree-sitter';

/** A lookup with its default, and the variable that it reads. */
export interface Fallback {
  readonly whole: Node;
  readonly name: string;
}

/**
 * The code around an expression that reads a variable and has it as the default. In the patterns `""` stands for the
 * expression, and the first group is the variable's name.
 */
export function defaultIn(text: string, expression: Node, patterns: readonly RegExp[]): Fallback | undefined {
  const { startIndex, endIndex } = expression;
  for (let whole = expression.parent; whole !== null; whole = whole.parent) {
    if (startIndex - whole.startIndex > longest || whole.endIndex - endIndex > longest) return undefined;
    const code = `${text.slice(whole.startIndex, startIndex)}""${text.slice(endIndex, whole.endIndex)}`;
    for (const pattern of patterns) {
      const name = pattern.exec(code)?.[1];
      if (name !== undefined) return { whole, name };
    }
  }
  return undefined;
}

/** No lookup with its default is longer than this on either side of the default. */
const longest = 120;

/** `lookup or "key"`: the operation whose right side an expression is, where the left one reads a variable. */
export function operatorFallback(
  expression: Node,
  operators: readonly string[],
  nameOf: (node: Node) => string | undefined,
): Fallback | undefined {
  const whole = expression.parent;
  if (whole?.lastChild?.id !== expression.id || whole.childCount !== 3) return undefined;
  const [left, operator] = whole.children;
  const name = left && operators.includes(operator?.text ?? '') ? nameOf(left) : undefined;
  return name === undefined ? undefined : { whole, name };
}

/** Reads the variable's name out of code by a pattern whose first group is the name. */
export const nameBy =
  (pattern: RegExp) =>
  (node: Node): string | undefined =>
    pattern.exec(node.text)?.[1];
