import type { Node } from 'web-tree-sitter';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';

/** An import of a file, and by what it sorts. */
export interface Import {
  readonly node: Node;
  readonly key: string;
}

/** Puts an import among others of its kind: before the first that sorts behind it, else below the last. */
export function importAmong(
  text: string,
  imports: readonly Import[],
  { key, line }: { readonly key: string; readonly line: string },
): TextEdit | undefined {
  const eol = eolOf(text);
  const isSorted = imports.every((one, index) => index === 0 || (imports[index - 1]?.key ?? '') <= one.key);
  const following = isSorted ? imports.find((one) => one.key > key) : undefined;
  if (following !== undefined) return insert(lineStart(text, following.node.startIndex), line + eol);
  const last = imports.at(-1);
  return last === undefined ? undefined : insertLine(text, last.node.startIndex, line, eol);
}
