import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  isRefusal,
  planMoveToEnv,
  scanDocument,
} from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

/** By the file: a program, and what it becomes where the style is `plain`. */
const cases: readonly (readonly [path: string, before: string, after: string])[] = [
  ['a.kt', 'val k = "«openai-project-key»"\n', 'val k = System.getenv("OPENAI_API_KEY")\n'],
  ['a.scala', 'val k = "«openai-project-key»"\n', 'val k = System.getenv("OPENAI_API_KEY")\n'],
  [
    'a.swift',
    'import Foundation\nlet k = "«openai-project-key»".count\n',
    'import Foundation\nlet k = (ProcessInfo.processInfo.environment["OPENAI_API_KEY"] ?? "").count\n',
  ],
  [
    'a.dart',
    'import "dart:io";\nfinal k = "«openai-project-key»";\n',
    'import "dart:io";\nfinal k = (Platform.environment["OPENAI_API_KEY"] ?? "");\n',
  ],
  [
    'a.cpp',
    'const char* k = "«openai-project-key»";\n',
    '#include <cstdlib>\n\nconst char* k = std::getenv("OPENAI_API_KEY");\n',
  ],
];

describe('the plain lookup', () => {
  for (const [path, before, after] of cases) {
    it(`of ${path}`, async () => {
      const { text } = fill(before);
      const document = { path, text };
      const language = path.replace('a.', '').replace('kt', 'kotlin');
      const settings = { ...defaultSettings, lookupStyle: { [language]: 'plain' as const } };
      const workspace = new MemoryWorkspace({ [path]: text });
      const plan = await planMoveToEnv({ workspace, parsers, settings }, document, scanDocument(document));
      assert.ok(!isRefusal(plan));
      assert.deepEqual(plan.left, []);
      const edit = plan.edits.find((one) => one.path === path);
      assert.ok(edit?.kind === 'change');
      assert.equal(applyEdits(text, edit.edits), after);
      assert.match(plan.notes.join('\n'), /Start it with the variables set: set -a; \. \.\/\.env; set \+a/);
    });
  }
});
