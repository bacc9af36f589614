import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { namedChildren } from '../syntax/node';
import { importAmong } from '../syntax/sortedImport';
import type { TextEdit } from '../text/edit';

/** `import Foundation` where it sorts; nothing where the file has it. */
export function importFoundation(root: Node, text: string): readonly TextEdit[] {
  const all = namedChildren(root).filter(({ type }) => type === 'import_declaration');
  if (all.some((one) => /\bimport\s+(?:Foundation|class\s+Foundation\.ProcessInfo)$/.test(one.text)))
    return [];
  const line = 'import Foundation';
  const plain = all.filter((one) => one.text.startsWith('import '));
  const sorted = (plain.length > 0 ? plain : all).map((node) => ({
    node,
    key: /\S+$/.exec(node.text)?.[0] ?? '',
  }));
  const among = importAmong(text, sorted, { key: 'Foundation', line });
  const leads = ({ type }: Node): boolean => /^(?:shebang_line|directive)$/.test(type);
  return [among ?? importAtHead(text, root, line, new Set(['comment', 'multiline_comment']), leads)];
}
