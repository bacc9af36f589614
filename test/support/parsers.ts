import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createParsers } from '../../src/engine/index';

const modules = path.resolve(__dirname, '..', '..', 'node_modules');

/** Parsers from the packages that the extension is built from. */
export const parsers = createParsers((name) =>
  readFile(
    name === 'web-tree-sitter.wasm'
      ? path.join(modules, 'web-tree-sitter', name)
      : path.join(modules, '@vscode', 'tree-sitter-wasm', 'wasm', name),
  ),
);
