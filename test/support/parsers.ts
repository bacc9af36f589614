import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createParsers } from '../../src/engine/syntax/parsers';

const modules = path.resolve(__dirname, '..', '..', 'node_modules');

/** Parsers for tests, from the packages that the build copies its grammars out of. */
export const parsers = createParsers((name) =>
  readFile(
    name === 'web-tree-sitter.wasm'
      ? path.join(modules, 'web-tree-sitter', name)
      : path.join(modules, '@vscode', 'tree-sitter-wasm', 'wasm', name),
  ),
);
