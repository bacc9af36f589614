import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { children, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';
import type { Program } from './rewriter';

interface Import {
  readonly node: Node;
  /** `java.util.Objects`, `java.util.*`. */
  readonly path: string;
  readonly isStatic: boolean;
}

export const importsOf = (root: Node): readonly Import[] =>
  namedChildren(root)
    .filter(({ type }) => type === 'import_declaration')
    .map((node) => ({
      node,
      path: namedChildren(node)
        .filter(({ type }) => !type.endsWith('comment'))
        .map((part) => part.text.replace(/\s/g, ''))
        .join('.'),
      isStatic: children(node).some(({ type }) => type === 'static'),
    }));

const wanted = 'java.util.Objects';

/** The import where it sorts: among those of `java.`, else among the others; nothing where it is there already. */
export function importObjects({ root, text }: Program): readonly TextEdit[] {
  const all = importsOf(root);
  const plain = all.filter(({ isStatic }) => !isStatic);
  if (plain.some(({ path }) => path === wanted || path === 'java.util.*' || path === 'java.base')) return [];
  const eol = eolOf(text);
  const line = `import ${wanted};`;
  const before = ({ node }: Import): readonly TextEdit[] => [
    insert(lineStart(text, node.startIndex), line + eol),
  ];
  const after = ({ node }: Import): readonly TextEdit[] => [insertLine(text, node.endIndex, line, eol)];
  const own = plain.filter(({ path }) => path.startsWith('java.'));
  const among = own.length > 0 ? own : plain;
  const following = among.find(({ path }) => path > wanted);
  if (following !== undefined) return before(following);
  const last = among.at(-1);
  if (last !== undefined) return after(last);
  const lastStatic = all.at(-1);
  if (lastStatic !== undefined) return [insertLine(text, lastStatic.node.endIndex, eol + line, eol)];
  return [importAtHead(text, root, line, comments, ({ type }) => type === 'package_declaration')];
}

const comments = new Set(['line_comment', 'block_comment']);
