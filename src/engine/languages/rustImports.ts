import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, insert, insertLine, lineStart } from '../text/lines';
import type { Program } from './rewriter';

/** Imports of a file or a module body, in order. */
const uses = (module: Node): readonly Node[] =>
  namedChildren(module).filter(({ type }) => type === 'use_declaration');

const imported = (use: Node): string => use.childForFieldName('argument')?.text.replace(/\s+/g, '') ?? '';

/** Whether `env` is `std::env` in a module. */
export const importsEnv = (module: Node): boolean =>
  uses(module).some((use) => {
    const path = imported(use);
    return (
      path === 'std::env' ||
      /^std::env::\{(?:.*,)?self[,}]/.test(path) ||
      // Between the braces, but in none that are inside of them.
      (/^std::\{/.test(path) &&
        /[{,]env(?:::\{self\b.*)?[,}]/.test(
          path.replace(/::\{(?!self)[^{}]*\}/g, '').replace(/^std\{?/, '{'),
        ))
    );
  });

/** The path by which `LazyLock` is written at the file's own level; nested modules name it in full. */
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
  // The first block of imports that has one of std, else the first.
  const std = there.filter((use) => /^std\b/.test(imported(use)));
  const following = std.find((use) => key(use) > 'std::sync::LazyLock');
  if (following !== undefined)
    return [
      insert(lineStart(text, following.startIndex), `${indentOf(text, following.startIndex)}${line}${eol}`),
    ];
  const last = std.at(-1);
  if (last !== undefined) return [insertLine(text, last.endIndex, line, eol)];
  const [first] = there;
  if (first !== undefined) return [insert(lineStart(text, first.startIndex), `${line}${eol}${eol}`)];
  const head = namedChildren(root).filter(({ type, text: code }, index, all) =>
    all.slice(0, index + 1).every((one) => isHead(one)) ? isHead({ type, text: code }) : false,
  );
  const end = head
    .filter(
      (one) =>
        (one.type !== 'line_comment' && one.type !== 'block_comment') || /^(?:\/\/!|\/\*!)/.test(one.text),
    )
    .at(-1);
  const module = namedChildren(root).find(
    (one) => one.type === 'mod_item' && one.childForFieldName('body') === null,
  );
  const before =
    module ??
    namedChildren(root).find(
      ({ endIndex }) => endIndex > (end?.endIndex ?? 0) && (end === undefined || endIndex > end.endIndex),
    );
  if (end !== undefined)
    return [insertLine(text, end.endIndex - (/\n$/.test(end.text) ? 1 : 0), `${eol}${line}`, eol)];
  const license = namedChildren(root)[0];
  if (license && /comment/.test(license.type) && /SPDX|[Cc]opyright|[Ll]icen[sc]e/.test(license.text)) {
    const comments = namedChildren(root);
    let at = license;
    for (const one of comments.slice(1)) {
      if (
        !/comment/.test(one.type) ||
        one.startPosition.row > at.endPosition.row + 1 ||
        /^\/\/\//.test(one.text)
      )
        break;
      at = one;
    }
    return [insertLine(text, at.endIndex - (/\n$/.test(at.text) ? 1 : 0), `${eol}${line}`, eol)];
  }
  const start = before === undefined ? 0 : lineStart(text, namedChildren(root)[0]?.startIndex ?? 0);
  return [insert(start, `${line}${eol}${eol}`)];
}

/** What stands above all imports: attributes and comments of the crate. */
const isHead = ({ type, text }: { readonly type: string; readonly text: string }): boolean =>
  type === 'inner_attribute_item' || type === 'extern_crate_declaration' || /^(?:\/\/(?!\/)|\/\*)/.test(text);
