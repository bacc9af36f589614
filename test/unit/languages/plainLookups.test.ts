import assert from 'node:assert/strict';
import { isRefusal, planMoveToEnv, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';

/** By the file's extension: a program, and what it becomes where the style is `plain`. */
const plain: Readonly<Record<string, RewriteCase>> = {
  kt: [`val k = "${key}"\n`, 'val k = System.getenv("OPENAI_API_KEY")\n'],
  scala: [`val k = "${key}"\n`, 'val k = System.getenv("OPENAI_API_KEY")\n'],
  swift: [
    `import Foundation\nlet k = "${key}".count\n`,
    'import Foundation\nlet k = (ProcessInfo.processInfo.environment["OPENAI_API_KEY"] ?? "").count\n',
  ],
  dart: [
    `import "dart:io";\nfinal k = "${key}";\n`,
    'import "dart:io";\nfinal k = (Platform.environment["OPENAI_API_KEY"] ?? "");\n',
  ],
  cpp: [
    `const char* k = "${key}";\n`,
    '#include <cstdlib>\n\nconst char* k = std::getenv("OPENAI_API_KEY");\n',
  ],
};

for (const [extension, one] of Object.entries(plain))
  describeRewrites(`plain, ${extension}`, `a.${extension}`, [one], 'plain');

describeRewrites(
  'C, fail fast',
  'a.c',
  [
    [
      `void f(void) { send("${key}"); }\n`,
      `#include <stdio.h>\n#include <stdlib.h>\n\nvoid f(void) { send((getenv("OPENAI_API_KEY") ? getenv("OPENAI_API_KEY") : (fputs("OPENAI_API_KEY is not set\\n", stderr), exit(EXIT_FAILURE), (char *)0))); }\n`,
    ],
  ],
  'failFast',
);

describe('what loads the env file of a program that is started by hand', () => {
  for (const path of ['a.kt', 'a.scala', 'a.swift', 'a.dart', 'a.cpp']) {
    it(`is said for ${path}`, async () => {
      const { text } = fill(plain[path.slice(2)]?.[0] ?? '');
      const workspace = new MemoryWorkspace({ [path]: text });
      const plan = await planMoveToEnv({ workspace, parsers }, { path, text }, scanDocument({ path, text }));
      assert.ok(!isRefusal(plan));
      assert.match(plan.notes.join('\n'), /Start it with the variables set: set -a; \. \.\/\.env; set \+a/);
    });
  }
});
