import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createParsers } from '../engine/index';

/** Parsers whose files lie beside this program. */
export const nodeParsers = createParsers((name) => readFile(path.join(__dirname, name)));
