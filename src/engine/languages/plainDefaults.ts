import type { Node } from 'web-tree-sitter';

/** A lookup with its default, and the variable that it reads. */
export interface Fallback {
  readonly whole: Node;
  /** Where the lookup begins: behind others in `given or lookup or "key"`. */
  readonly start: number;
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
    for (const { startIndex: start } of [whole, lastOfChain(whole)]) {
      const code = `${text.slice(start, startIndex)}""${text.slice(endIndex, whole.endIndex)}`;
      for (const pattern of patterns) {
        const name = pattern.exec(code)?.[1];
        if (name !== undefined) return { whole, start, name };
      }
    }
  }
  return undefined;
}

/** What is asked last before the default: `b` of `(a or b) or "key"` without the brackets, else all of the operation. */
function lastOfChain(whole: Node): Node {
  const [left, operator] = whole.children;
  const isChain = left?.type === whole.type && left.children[1]?.text === operator?.text;
  return (isChain ? left.lastChild : undefined) ?? whole;
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
  const last = lastOfChain(whole);
  const asked = last.id === whole.id ? left : last;
  const name = asked && operators.includes(operator?.text ?? '') ? nameOf(asked) : undefined;
  return asked && name !== undefined ? { whole, start: asked.startIndex, name } : undefined;
}

/** Reads the variable's name out of code by a pattern whose first group is the name. */
export const nameBy =
  (pattern: RegExp) =>
  (node: Node): string | undefined =>
    pattern.exec(node.text)?.[1];
