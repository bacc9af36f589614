import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { children, enclosing, spanOf } from '../syntax/node';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { indentOf, insert, lineEnd, lineStart } from '../text/lines';
import type { Placement } from './rewriteLiterals';
import { usesOf } from './rustConstantUses';
import type { RustProgram } from './rustProgram';
import { written } from './rustString';

/** The minor version that has `LazyLock`. */
const lazySince = 80;
/** How wide rustfmt lets a line be. */
const width = 100;

/** The constant whose value is made where an expression stands; code in functions and closures runs later. */
export function enclosingConstant(expression: Node): Node | undefined {
  const around = enclosing(
    expression,
    new Set(['const_item', 'static_item', 'block', 'closure_expression', 'function_item']),
  );
  return /^(?:const|static)_item$/.test(around?.type ?? '') ? around : undefined;
}

/** `const KEY: &str = "…"` becomes a static that is read at its first use, and every use of it says so. */
export function constantPlacement(rust: RustProgram, item: Node, expression: Node): Placement | Refusal {
  const { text, minor } = rust;
  const name = item.childForFieldName('name');
  const type = item.childForFieldName('type');
  const value = item.childForFieldName('value');
  const keyword = children(item).find(({ type: kind }) => kind === 'const' || kind === 'static');
  if (name === null || type === null || value === null || keyword === undefined || name.text === '_')
    return { refused: t('The key is part of a constant.') };
  if (minor < lazySince)
    return {
      refused: t(
        '{0} is a constant, and what reads the environment instead needs Rust 1.80. Make it a function first.',
        name.text,
      ),
    };
  if (children(item).some(({ type: kind }) => kind === 'mutable_specifier'))
    return { refused: t('{0} is a static that can change. Move the key by hand.', name.text) };
  const visible = isVisibleElsewhere(rust, item, name.text);
  if (visible !== undefined) return visible;
  const impl = enclosing(item, new Set(['impl_item', 'trait_item', 'function_item']));
  const inImpl = impl?.type === 'function_item' ? undefined : impl;
  if (inImpl?.type === 'trait_item' || inImpl?.childForFieldName('trait'))
    return {
      refused: t('{0} belongs to a trait and must be a constant. Make it a function first.', name.text),
    };
  const isText = /^&\s*(?:'\w+\s+)?str$/.test(type.text);
  if (!isText && (type.text.startsWith('&') || /[<]/.test(type.text) || inImpl !== undefined))
    return {
      refused: t(
        '{0} holds more than the key, and must be known when the program is built. Move the key by hand.',
        name.text,
      ),
    };
  const uses = usesOf(rust, item, name, isText);
  if ('refused' in uses) return uses;
  const lazy = enclosing(item, new Set(['mod_item'])) === undefined ? 'LazyLock' : 'std::sync::LazyLock';
  const needs = lazy === 'LazyLock' ? ['LazyLock'] : [];
  if (!isText) {
    const edits = [
      { span: spanOf(keyword), newText: 'static' },
      { span: spanOf(type), newText: `${lazy}<${type.text}>` },
      insert(value.startIndex, `${lazy}::new(|| `),
      insert(value.endIndex, ')'),
      ...uses,
    ];
    return { needs, also: () => edits, wrap: (code) => written(rust, 'static', code) };
  }
  if (value.id !== expression.id)
    return { refused: t('{0} is made of more than a literal. Move the key by hand.', name.text) };
  const eol = eolOf(text);
  const indent = indentOf(text, (inImpl ?? item).startIndex);
  const declaration = (code: string): string => {
    const head = `static ${name.text}: ${lazy}<String> =`;
    const body = `${lazy}::new(|| ${code});`;
    const start = text.slice(
      lineStart(text, item.startIndex),
      inImpl === undefined ? keyword.startIndex : item.startIndex,
    );
    if (start.length + head.length + 1 + body.length <= width) return `${head} ${body}`;
    if (indent.length + 4 + body.length <= width) return `${head}${eol}${indent}    ${body}`;
    return `${head} ${lazy}::new(|| {${eol}${indent}    ${code}${eol}${indent}});`;
  };
  if (inImpl === undefined)
    return {
      span: { start: keyword.startIndex, end: item.endIndex },
      needs,
      also: () => uses,
      wrap: declaration,
    };
  const owner = withAttributes(inImpl);
  const line = withAttributes(item);
  let end = lineEnd(text, item.endIndex);
  if (/^[ \t]*\r?\n/.test(text.slice(end)) && /\{\s*$/.test(text.slice(0, line.startIndex)))
    end = lineEnd(text, end);
  return {
    span: { start: lineStart(text, line.startIndex), end },
    needs,
    wrap: () => '',
    also: (code) => [
      insert(lineStart(text, owner.startIndex), `${indent}${declaration(code)}${eol}${eol}`),
      ...uses,
    ],
  };
}

/** The first of the comments and attributes that stand right above an item. */
function withAttributes(item: Node): Node {
  let first = item;
  for (let at = item.previousNamedSibling; at !== null; at = at.previousNamedSibling) {
    if (at.type !== 'attribute_item' && !/^\/\/\//.test(at.text)) break;
    first = at;
  }
  return first;
}

function isVisibleElsewhere(rust: RustProgram, item: Node, name: string): Refusal | undefined {
  const { path, below } = rust;
  const isPublic = children(item).some(({ type }) => type === 'visibility_modifier');
  const isProgram =
    /(?:^|\/)(?:main|build)\.rs$|(?:^|\/)(?:src\/bin|examples|tests|benches)\/[^/]*\.rs$/.test(path);
  const refused = t(
    '{0} is public, and other files may use it as a constant. Make it private or a function first.',
    name,
  );
  if (isPublic && !isProgram) return { refused };
  const used = new RegExp(`\\b${name}\\b`);
  if (below.some((text) => used.test(text)))
    return { refused: t('Another file uses {0} as a constant. Make it a function first.', name) };
  return undefined;
}
