import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Refusal } from '../model/fix';
import { eolOf, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Rewriter } from './language';

const literal = /^([a-zA-Z]{0,2})("""|'''|"|')/;

/** Python through the Lezer grammar; see `ecmascript` for why. */
export function pythonRewriter(text: string): Rewriter {
  const tree = parser.parse(text);
  return {
    literalAt: (key) => literalAt(tree, text, key),
    lookup: (name) => `os.environ["${name}"]`,
    imports: (literals) => importOs(tree, text, Math.min(...literals.map((span) => span.start))),
  };
}

function literalAt(tree: Tree, text: string, key: Span): Span | Refusal {
  const node = tree.resolveInner(key.start, 1);
  if (node.name === 'Comment') return { refused: 'The key is in a comment. Delete it there.' };
  if (node.name !== 'String' && node.name !== 'FormatString') {
    return { refused: 'The key is not inside a string literal.' };
  }
  const [opening = '', prefix = '', quote = ''] = literal.exec(text.slice(node.from, node.to)) ?? [];
  if (node.from + opening.length !== key.start || node.to - quote.length !== key.end) {
    return { refused: 'The key is only a part of this string. Put it into a string of its own first.' };
  }
  if (otherOs.test(text))
    return { refused: 'The name os means something else in a part of this file. Move the key by hand.' };
  if (/b/i.test(prefix)) return { refused: 'The literal is bytes, and an environment variable is text.' };
  const refused = refusalFor(node, text);
  return refused === undefined ? { start: node.from, end: node.to } : { refused };
}

function refusalFor(node: SyntaxNode, text: string): string | undefined {
  const parent = node.parent;
  if (parent?.name === 'ContinuedString')
    return 'The key is one of several strings that Python joins. Join them first.';
  if (parent?.name === 'LiteralPattern') return 'A case pattern must be a literal.';
  if (parent?.name === 'ExpressionStatement') return 'The string is not used by any code. Delete it.';
  if (
    parent?.name === 'ArgList' &&
    /\benviron\.(get|setdefault|pop)\s*$|\bgetenv\s*$/.test(text.slice(0, parent.from).slice(-80))
  ) {
    return 'The key is the fallback of an environment lookup. Remove the fallback.';
  }
  if (
    parent?.name === 'AssignStatement' &&
    /\benviron\s*\[[^\]]*\]\s*=\s*$/.test(text.slice(parent.from, node.from))
  ) {
    return 'This line sets the environment variable itself. Delete the line and store the key in .env.';
  }
  for (let at = parent; at !== null; at = at.parent) {
    if (at.name === 'FormatReplacement')
      return 'The literal is inside an f-string. Move it to a variable first.';
    if (at.name === 'TypeDef') return 'The key is a type, which has no value at run time.';
    if (at.name === 'MemberExpression' && /^(?:\w+\.)?Literal\s*\[/.test(text.slice(at.from, at.to)))
      return 'The key is a type, which has no value at run time.';
  }
  return undefined;
}

/**
 * `import os` where the file lacks it: after the shebang, encoding line, docstring and `from __future__`, among
 * the first plain imports in alphabetical order. An import below the first literal does not count: at module
 * level it would run too late.
 */
function importOs(tree: Tree, text: string, before: number): readonly TextEdit[] {
  const statements = children(tree.topNode).filter((node) => node.name !== 'Comment' && node.from < before);
  const flat = statements.flatMap((node) => (node.name === 'StatementGroup' ? children(node) : [node]));
  if (flat.some((node) => importsOs(text.slice(node.from, node.to)))) return [];

  const eol = eolOf(text);
  const rest = statements.filter((node, index) => !isDocstring(node, index) && !isFuture(node, text));
  const block = firstPlainImports(rest, text);
  const following = block.find((node) => moduleOf(node, text) > 'os');
  const last = block.at(-1);
  if (following !== undefined) return [insert(lineStart(text, following.from), `import os${eol}`)];
  if (last !== undefined && lineEnd(text, last.to) <= before)
    return [insertLine(text, last.to, 'import os', eol)];

  const first = rest[0];
  if (first?.name === 'ImportStatement') return [insert(lineStart(text, first.from), `import os${eol}`)];
  const header = statements.filter((node, index) => isDocstring(node, index) || isFuture(node, text)).at(-1);
  // A statement's node may reach over its line ending: the line is that of its last character.
  const headerTo = header === undefined ? undefined : lastCharacter(text, header.to);
  if (headerTo !== undefined && lineEnd(text, headerTo) <= before)
    return [insertLine(text, headerTo, `${eol}import os`, eol)];
  const start = headerEnd(text);
  return [insert(start, `import os${eol}${/^\r?\n/.test(text.slice(start)) ? '' : eol}`)];
}

function children(node: SyntaxNode): SyntaxNode[] {
  const result: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) result.push(child);
  return result;
}

/** The first statement is a string, by itself, of several parts, or before a semicolon. */
const isDocstring = (node: SyntaxNode, index: number): boolean => {
  const first = node.name === 'StatementGroup' ? node.firstChild : node;
  return (
    index === 0 &&
    first?.name === 'ExpressionStatement' &&
    /^(?:String|ContinuedString)$/.test(first.firstChild?.name ?? '')
  );
};

const lastCharacter = (text: string, offset: number): number => {
  let at = offset;
  while (/\s/.test(text[at - 1] ?? '')) at--;
  return at;
};

/** `os` means something else somewhere: assigned, a parameter, a loop's variable, imported inside a function. */
const otherOs =
  /(?:^|[\s;,(])os\s*(?::[^=\n]+)?=(?!=)|\bfor\s[^:\n]*\bos\b[^:\n]*\bin\b|\bdef\s+\w+\s*\([^)]*\bos\b|\blambda\b[^:\n]*\bos\b|\bdel\s+os\b|\bas\s+os\b|\b(?:def|class)\s+os\b|^[ \t]+import\s[^\n]*\bos\b/m;

const isFuture = (node: SyntaxNode, text: string): boolean =>
  /^from\s+__future__\s/.test(text.slice(node.from, node.to));

/** `import os`, `import sys, os.path`: both bind `os`. `import os as o` and `from os import x` do not. */
function importsOs(statement: string): boolean {
  const list = /^import\s+([\s\S]*)$/.exec(statement)?.[1];
  return list?.split(',').some((item) => /^os(\.[\w.]+)?$/.test(item.trim())) ?? false;
}

const moduleOf = (node: SyntaxNode, text: string): string =>
  /^import\s+([\w.]+)/.exec(text.slice(node.from, node.to))?.[1] ?? '';

/** The plain `import x` statements that begin `nodes`, each on the line after the one before it. */
function firstPlainImports(nodes: readonly SyntaxNode[], text: string): SyntaxNode[] {
  const block: SyntaxNode[] = [];
  for (const node of nodes) {
    const previous = block.at(-1);
    const apart = previous !== undefined && /\n\s*\n/.test(text.slice(previous.to, node.from));
    if (node.name !== 'ImportStatement' || moduleOf(node, text) === '' || apart) break;
    block.push(node);
  }
  return block;
}

const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

/** Inserts a line after the one that holds `offset`. */
const insertLine = (text: string, offset: number, line: string, eol: string): TextEdit => {
  const end = lineEnd(text, offset);
  return /\n/.test(text.slice(offset, end)) ? insert(end, line + eol) : insert(end, eol + line);
};

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Just behind the line ending of the line that holds `offset`. */
const lineEnd = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
};

/** Behind the comment lines (shebang, encoding, licence) that begin a file. */
const headerEnd = (text: string): number => /^(?:#[^\n]*(?:\n|$))*/.exec(text)?.[0].length ?? 0;
