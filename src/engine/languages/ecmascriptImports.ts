import type { Node } from 'web-tree-sitter';
import type { ScriptImport } from '../runtimes/runtime';
import { descendants, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { insert, insertLine, lineEnd } from '../text/lines';
import { extensionOf } from '../text/path';
import { insertAtHead } from '../text/scriptHead';
import type { Program } from './rewriter';

/** A function of the file that gives a variable's value or throws, under one of its usual names. */
export function helperIn(root: Node): string | undefined {
  const usual = /\b(?:requireEnv|requiredEnv|getRequiredEnv|mustEnv|mustGetEnv|getEnvOrThrow|envOrThrow)\b/;
  if (!usual.test(root.text)) return undefined;
  for (const type of ['function_declaration', 'variable_declarator', 'import_specifier']) {
    for (const node of descendants(root, type)) {
      const name = (node?.childForFieldName('alias') ?? node?.childForFieldName('name'))?.text;
      if (name !== undefined && usual.test(name)) return name;
    }
  }
  return undefined;
}

/** Imports of the file's top level, added to an import of the same module where there is one. */
export function insertImports({ root, text }: Program, wanted: readonly ScriptImport[]): readonly TextEdit[] {
  const eol = eolOf(text);
  const byModule = new Map<string, Set<string>>();
  for (const { binding, module } of wanted) {
    const list = byModule.get(module) ?? new Set();
    byModule.set(module, list.add(binding));
  }
  const edits: TextEdit[] = [];
  let lines = '';
  const quote = /^import\b[^"']*(["'])/m.exec(text)?.[1] ?? "'";
  for (const [module, bindings] of byModule) {
    const present = importsOf(root).find(
      (one) => one.childForFieldName('source')?.text.slice(1, -1) === module,
    );
    const named = present?.descendantsOfType('named_imports')[0];
    const there = new Set(
      named === undefined || named === null ? [] : namedChildren(named).map(({ text }) => text),
    );
    const missing = [...bindings].filter((binding) => !there.has(binding));
    const last = named === undefined || named === null ? undefined : namedChildren(named).at(-1);
    if (missing.length === 0) continue;
    if (last !== undefined) edits.push(insert(last.endIndex, missing.map((name) => `, ${name}`).join('')));
    else lines += `import { ${missing.join(', ')} } from ${quote}${module}${quote};${eol}`;
  }
  if (lines === '') return edits;
  const lastImport = importsOf(root).at(-1);
  if (lastImport !== undefined)
    return [...edits, insertLine(text, lastImport.endIndex, lines.slice(0, -eol.length), eol)];
  return [...edits, insertAtHead(text, lines.slice(0, -eol.length))];
}

/** The helper, once, below the imports. */
export function insertHelper({ root, text, path }: Program, name: string, body: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const isTyped = /^\.[cm]?tsx?$/.test(extensionOf(path));
  const lines = [
    isTyped ? `function ${name}(name: string): string {` : `function ${name}(name) {`,
    `  const value = ${body};`,
    `  if (!value) throw new Error(\`\${name} is not set\`);`,
    '  return value;',
    '}',
  ].join(eol);
  const last = importsOf(root).at(-1) ?? requiresOf(root).at(-1);
  if (last !== undefined)
    return [
      insertLine(
        text,
        last.endIndex,
        `${eol}${lines}${/^[ \t]*(?:\r?\n|$)/.test(text.slice(lineEnd(text, last.endIndex))) ? '' : eol}`,
        eol,
      ),
    ];
  return [insertAtHead(text, lines)];
}

const importsOf = (root: Node): readonly Node[] =>
  namedChildren(root).filter(({ type }) => type === 'import_statement');

/** The `const x = require("…")` lines that a file begins with. */
function requiresOf(root: Node): readonly Node[] {
  const result: Node[] = [];
  for (const node of namedChildren(root)) {
    if (isPrologue(node)) continue;
    if (!/^(?:const|let|var)\b[^=]*=\s*require\(/.test(node.text)) break;
    result.push(node);
  }
  return result;
}

const isPrologue = (node: Node): boolean =>
  /^(?:comment|hash_bang_line)$/.test(node.type) ||
  (node.type === 'expression_statement' && node.firstChild?.type === 'string');
