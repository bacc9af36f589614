import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createParsers } from '../../src/engine/index';

const modules = path.resolve('node_modules');

/** The parsers with their files as the packages hold them. In the browser's suite `parsers.web.ts` stands in for it. */
export const parsers = createParsers((name) =>
  readFile(
    name.startsWith('web-')
      ? path.join(modules, 'web-tree-sitter', name)
      : path.join(modules, '@vscode', 'tree-sitter-wasm', 'wasm', name),
  ),
);
