import { readFile } from 'node:fs/promises';
import path from 'node:path';
import grammars from '../../scripts/grammars.json';
import { createParsers } from '../../src/engine/index';

const folders = new Map([
  ['web-tree-sitter.wasm', 'web-tree-sitter'],
  ...Object.entries(grammars).flatMap(([folder, names]) =>
    names.map((name) => [`tree-sitter-${name}.wasm`, folder] as const),
  ),
]);

/** The parsers with their files as the packages hold them. In the browser's suite `parsers.web.ts` stands in for it. */
export const parsers = createParsers((name) =>
  readFile(path.resolve('node_modules', folders.get(name) ?? '', name)),
);
