import type { Node } from 'web-tree-sitter';
import { importAtHead } from '../syntax/fileHead';
import { namedChildren } from '../syntax/node';
import { importAmong } from '../syntax/sortedImport';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, lineStart } from '../text/lines';

/** What stands before Platform, and the import of dart:io where it sorts, if there is none. */
export function importOfIo(
  root: Node,
  text: string,
): { readonly qualifier: string; readonly edits: readonly TextEdit[] } {
  const imports = namedChildren(root).flatMap((node) => {
    const key = /^import\s+['"]([^'"]+)['"]/.exec(node.text)?.[1];
    return node.type === 'import_or_export' && key !== undefined ? [{ node, key }] : [];
  });
  const own = imports.filter(({ key }) => key === 'dart:io').map(({ node }) => node.text);
  const whole = own.filter(
    (one) => !/\bhide\b[^;]*\bPlatform\b/.test(one) && (!/\bshow\b/.test(one) || /\bPlatform\b/.test(one)),
  );
  if (whole.some((one) => !/\bas\b/.test(one))) return { qualifier: '', edits: [] };
  const prefix = whole.map((one) => /\bas\s+(\w+)/.exec(one)?.[1]).find((name) => name !== undefined);
  if (prefix !== undefined) return { qualifier: `${prefix}.`, edits: [] };
  const quote = /^import\s+(["'])/.exec(imports[0]?.node.text ?? '')?.[1] ?? "'";
  const line = `import ${quote}dart:io${quote}${own.length > 0 ? ' show Platform' : ''};`;
  const among = importAmong(
    text,
    imports.filter(({ key }) => key.startsWith('dart:')),
    { key: 'dart:io', line },
  );
  if (among !== undefined) return { qualifier: '', edits: [among] };
  const first = imports[0]?.node.startIndex;
  const eol = eolOf(text);
  if (first !== undefined)
    return { qualifier: '', edits: [insert(lineStart(text, first), line + eol + eol)] };
  const comments = new Set(['comment', 'documentation_comment']);
  return {
    qualifier: '',
    edits: [
      importAtHead(text, root, line, comments, ({ type }) => /^(?:script_tag|library_name)$/.test(type)),
    ],
  };
}
