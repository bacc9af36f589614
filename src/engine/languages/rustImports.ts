import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineStart } from '../text/lines';
import type { Program } from './rewriter';

/** Imports of a file or a module body, in order. */
const uses = (module: Node): readonly Node[] =>
  namedChildren(module).filter(({ type }) => type === 'use_declaration');

const imported = (use: Node): string => use.childForFieldName('argument')?.text.replace(/\s+/g, '') ?? '';

/** Whether `env` is `std::env` in a module: `use std::env;`, `use std::{env, fs};`, `use std::env::{self, args};`. */
export const importsEnv = (module: Node): boolean =>
  uses(module).some((use) => {
    const argument = use.childForFieldName('argument');
    return argument !== null && namesEnv(argument, '');
  });

/** Whether what is imported, below a path, names `std::env` as `env`. */
function namesEnv(item: Node, above: string): boolean {
  const path = above + item.text.replace(/\s+/g, '');
  if (item.type === 'self') return above === 'std::env::';
  if (item.type !== 'scoped_use_list') return path === 'std::env' && item.type !== 'use_as_clause';
  const below = `${above}${item.childForFieldName('path')?.text ?? ''}::`;
  return namedChildren(item.childForFieldName('list') ?? item).some((one) => namesEnv(one, below));
}

export const importsLazyLock = (root: Node): boolean =>
  uses(root).some((use) => /^std::(?:.*\W)?LazyLock(?!as)\b/.test(imported(use)));

/** `use std::sync::LazyLock;` where it sorts, or in the list of `std::sync` that is there. */
export function importLazyLock({ root, text }: Program): readonly TextEdit[] {
  if (importsLazyLock(root)) return [];
  const eol = eolOf(text);
  const there = uses(root);
  for (const use of there) {
    const argument = use.childForFieldName('argument');
    const list = argument?.childForFieldName('list');
    if (argument?.childForFieldName('path')?.text !== 'std::sync' || !list || list.text.includes('\n'))
      continue;
    const following = namedChildren(list).find(
      (one) => one.text !== 'self' && /^[A-Z]/.test(one.text) && one.text > 'LazyLock',
    );
    const last = namedChildren(list).at(-1);
    if (following !== undefined) return [insert(following.startIndex, 'LazyLock, ')];
    if (last !== undefined) return [insert(last.endIndex, ', LazyLock')];
  }
  const line = 'use std::sync::LazyLock;';
  const key = (use: Node): string => imported(use).replace(/[{}].*$/s, '');
  const block = firstBlock(
    there.some((use) => /^std\b/.test(imported(use))) ? there.filter(isStandard) : there,
  );
  const following = block.find((use) =>
    /^std\b/.test(key(use)) || /^[t-z]/.test(key(use)) ? key(use) > 'std::sync::LazyLock' : false,
  );
  if (following !== undefined) return [insert(lineStart(text, following.startIndex), `${line}${eol}`)];
  const last = block.at(-1);
  if (last !== undefined) return [insertLine(text, last.endIndex, line, eol)];
  // No imports: below what belongs to the whole file, and a license.
  let head: Node | undefined;
  for (const one of namedChildren(root)) {
    const isNear = head === undefined || one.startPosition.row <= rowBehind(head) + 1;
    const isOfCrate = one.type === 'inner_attribute_item' || /^(?:\/\/!|\/\*!)/.test(one.text);
    const isLicense =
      /comment$/.test(one.type) &&
      !/^\/\/\//.test(one.text) &&
      (head !== undefined ? isNear : licenses.test(one.text));
    if (!isOfCrate && !isLicense) break;
    head = one;
  }
  if (head === undefined) {
    const first = namedChildren(root)[0];
    return [insert(first === undefined ? 0 : lineStart(text, first.startIndex), `${line}${eol}${eol}`)];
  }
  const end = /\n$/.test(head.text) ? head.endIndex - 1 : head.endIndex;
  return [insertLine(text, end, `${eol}${line}`, eol)];
}

const licenses = /SPDX|[Cc]opyright|[Ll]icen[sc]e/;

const isStandard = (use: Node): boolean => /^std\b/.test(imported(use));

/** The row of a node's last character; a line comment may reach over its line ending. */
const rowBehind = (node: Node): number =>
  node.endPosition.column === 0 ? node.endPosition.row - 1 : node.endPosition.row;

/** Imports without an empty line between them. */
function firstBlock(all: readonly Node[]): readonly Node[] {
  const block: Node[] = [];
  for (const use of all) {
    const previous = block.at(-1);
    if (previous !== undefined && use.startPosition.row > previous.endPosition.row + 1) break;
    block.push(use);
  }
  return block;
}
