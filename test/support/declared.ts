import assert from 'node:assert/strict';
import {
  applyEdits,
  baseName,
  isEnvFile,
  isEnvTemplate,
  isRefusal,
  planMoveToEnv,
  scanDocument,
} from '../../src/engine/index';
import { madeKey } from './keys';
import { type MemoryOptions, MemoryWorkspace } from './memoryWorkspace';
import { parsers } from './parsers';

export type Files = Readonly<Record<string, string>>;

/** The first of `before` holds a key at each K; what the move changes, all of it; or why it is refused. */
export type DeclaredCase = readonly [
  title: string,
  before: Files,
  after: Files | RegExp,
  options?: MemoryOptions,
];

/** Moves the keys of the first file and gives every other text that changes, but for env files and their ignore file. */
async function moved(before: Files, options: MemoryOptions): Promise<Files | string> {
  const key = madeKey('openai-project-key');
  const [[path, marked] = ['', '']] = Object.entries(before);
  const text = marked.replace(/\bK\b/g, () => key);
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', ...before, [path]: text }, options);
  const document = { path, text };
  const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
  if (isRefusal(plan)) return plan.refused;
  const [left] = plan.left;
  if (left !== undefined) return left.reason;
  const names = plan.edits.map((edit) => edit.path);
  assert.equal(new Set(names).size, names.length, 'each file is changed once');
  const changed = plan.edits.filter(({ path: file }) => {
    const name = baseName(file);
    return !isEnvFile(name) && !isEnvTemplate(name) && name !== '.gitignore';
  });
  for (const { label } of plan.edits) assert.ok(!label.includes(key));
  return Object.fromEntries(
    changed.map((edit) => [
      edit.path,
      edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits),
    ]),
  );
}

/** One test for each case, with both line endings; a new file has `\n`. */
export function describeDeclared(title: string, cases: readonly DeclaredCase[]): void {
  describe(title, () => {
    for (const [name, before, after, options = {}] of cases) {
      it(name, async () => {
        const result = await moved(before, options);
        if (after instanceof RegExp) {
          assert.match(typeof result === 'string' ? result : JSON.stringify(result), after);
          return;
        }
        assert.deepEqual(result, after);
        const windows = await moved(withCrlf(before), options);
        const old = Object.entries(after).map(([path, text]) => [path, path in before ? crlf(text) : text]);
        assert.deepEqual(windows, Object.fromEntries(old));
      });
    }
  });
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const withCrlf = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, crlf(text)]));
