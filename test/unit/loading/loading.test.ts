import assert from 'node:assert/strict';
import { applyEdits, type FileEdit, isRefusal, planMoveToEnv, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

type Files = Readonly<Record<string, string>>;

const key = '«openai-project-key»';
const load = 'from dotenv import load_dotenv';
const guarded = (argument = ''): string =>
  `try {\n  process.loadEnvFile(${argument});\n} catch {\n  // Without .env, as in production, the environment has the values.\n}\n`;
const needs = { 'requirements.txt': 'python-dotenv\n' };

/** A program with a key, the files around it, and what is to be read in the files after the move. */
const cases: readonly (readonly [title: string, path: string, text: string, files: Files, after: Files])[] = [
  [
    'Python: below the imports, never inside of a string',
    'a.py',
    `import json\n\nTEXT = """\nfrom the top\nimport nothing\n"""\nK = "${key}"\n`,
    needs,
    {
      'a.py': `import json\nimport os\n\n${load}\n\nload_dotenv()\n\nTEXT = """\nfrom the top\nimport nothing\n"""\nK = os.environ["OPENAI_API_KEY"]\n`,
    },
  ],
  [
    'Python: behind the bracket that closes an import',
    'a.py',
    `import os\nfrom os.path import (\n    join,  # (joins)\n)\nK = "${key}"\n`,
    needs,
    {
      'a.py': `import os\nfrom os.path import (\n    join,  # (joins)\n)\n\n${load}\n\nload_dotenv()\n\nK = os.environ["OPENAI_API_KEY"]\n`,
    },
  ],
  [
    'Python: one that comes too late does not count',
    'a.py',
    `import os\nK = "${key}"\ndef main():\n    load_dotenv()\n`,
    needs,
    {
      'a.py': `import os\n\n${load}\n\nload_dotenv()\n\nK = os.environ["OPENAI_API_KEY"]\ndef main():\n    load_dotenv()\n`,
    },
  ],
  [
    'Python: the file that is started loads it before it imports this one',
    'llm.py',
    `import os\nK = "${key}"\n`,
    { ...needs, 'main.py': `${load}\nload_dotenv()\nimport llm\n` },
    { 'llm.py': 'import os\nK = os.environ["OPENAI_API_KEY"]\n' },
  ],
  [
    'Python: or after it, which is too late',
    'llm.py',
    `import os\nK = "${key}"\n`,
    { ...needs, 'main.py': `${load}\nimport llm\nload_dotenv()\n` },
    { 'llm.py': `import os\n\n${load}\n\nload_dotenv()\n\nK = os.environ["OPENAI_API_KEY"]\n` },
  ],
  [
    'Python: a missing package goes into the manifest',
    'a.py',
    `import os\n\nK = "${key}"\n`,
    { 'pyproject.toml': '[project]\ndependencies = ["flask"]\n' },
    { 'pyproject.toml': '[project]\ndependencies = ["python-dotenv>=1.0", "flask"]\n' },
  ],
  [
    'Python: among third parties, before what is local, whose file is there',
    'app/a.py',
    `import json\n\nfrom openai import OpenAI\n\nfrom app.b import c\n\n# The client.\nk = OpenAI("${key}")\n`,
    { ...needs, 'app/b.py': '' },
    {
      'app/a.py': `import json\nimport os\n\n${load}\nfrom openai import OpenAI\n\nfrom app.b import c\n\nload_dotenv()\n\n# The client.\nk = OpenAI(os.environ["OPENAI_API_KEY"])\n`,
    },
  ],
  [
    'Python: a group of its own between the others',
    'app/a.py',
    `import json\nfrom app.b import c\nk = f("${key}")\n`,
    { ...needs, 'app/b.py': '' },
    {
      'app/a.py': `import json\nimport os\n\n${load}\n\nfrom app.b import c\n\nload_dotenv()\n\nk = f(os.environ["OPENAI_API_KEY"])\n`,
    },
  ],
  [
    'Python: where nothing is imported, a comment stays with its statement',
    'a.py',
    `#!/usr/bin/env python3\n# The key.\nk = "${key}"\n`,
    needs,
    {
      'a.py': `#!/usr/bin/env python3\nimport os\n\n${load}\n\nload_dotenv()\n\n# The key.\nk = os.environ["OPENAI_API_KEY"]\n`,
    },
  ],
  [
    'a script: above the comment of its first statement',
    'a.js',
    `#!/usr/bin/env node\n'use strict';\n// Calls it.\nf("${key}");\n`,
    {},
    {
      'a.js': `#!/usr/bin/env node\n'use strict';\n\n${guarded()}\n// Calls it.\nf(process.env.OPENAI_API_KEY);\n`,
    },
  ],
  [
    'a script: below the comments that are about it',
    'a.js',
    `/* Copyright A\n * B */\n// @ts-check\n\n// Calls it.\n// Twice.\nconst a = require("a");\nf("${key}");\n`,
    {},
    {
      'a.js': `/* Copyright A\n * B */\n// @ts-check\n\n${guarded()}\n// Calls it.\n// Twice.\nconst a = require("a");\nf(process.env.OPENAI_API_KEY);\n`,
    },
  ],
  [
    'a module: below its imports, not in a text that looks like one',
    'a.mjs',
    `import fs from 'node:fs';\n\nconst t = \`\nimport x from 'y';\n\`;\nf("${key}");\n`,
    {},
    {
      'a.mjs': `import fs from 'node:fs';\n\n${guarded()}\nconst t = \`\nimport x from 'y';\n\`;\nf(process.env.OPENAI_API_KEY);\n`,
    },
  ],
  [
    'package.json: the flag goes behind what tsx is to do',
    'src/server.ts',
    `f("${key}");\n`,
    { 'package.json': '{ "scripts": { "dev": "tsx watch src/server.ts", "test": "tsx --test" } }\n' },
    {
      'package.json':
        '{ "scripts": { "dev": "tsx watch --env-file-if-exists=.env src/server.ts", "test": "tsx --test" } }\n',
      'src/server.ts': 'f(process.env.OPENAI_API_KEY);\n',
    },
  ],
  [
    'package.json: where one program starts in another way, the code loads it',
    'server.js',
    `f("${key}");\n`,
    { 'package.json': '{ "scripts": { "start": "node server.js", "dev": "nodemon server.js" } }\n' },
    {
      'package.json': '{ "scripts": { "start": "node server.js", "dev": "nodemon server.js" } }\n',
      'server.js': `${guarded()}\nf(process.env.OPENAI_API_KEY);\n`,
    },
  ],
  [
    'a package of a monorepo: its own file, wherever it is started',
    'packages/a/src/b.js',
    `f("${key}");\n`,
    { 'packages/a/package.json': '{}\n' },
    { 'packages/a/src/b.js': `${guarded('`${__dirname}/../.env`')}\nf(process.env.OPENAI_API_KEY);\n` },
  ],
  [
    'a framework loads it by itself',
    'app/api/a/route.js',
    `f("${key}");\n`,
    { 'package.json': '{"dependencies":{"next":"16"}}' },
    { 'app/api/a/route.js': 'f(process.env.OPENAI_API_KEY);\n' },
  ],
  [
    'Go: at the end of the imports, whatever their comments say',
    'main.go',
    `package main\n\nimport (\n\t"fmt" // (of course)\n)\n\nfunc main() { fmt.Println("${key}") }\n`,
    { 'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n' },
    {
      'main.go':
        'package main\n\nimport (\n\t"fmt" // (of course)\n\t"os"\n\n\t_ "github.com/joho/godotenv/autoload"\n)\n\nfunc main() { fmt.Println(os.Getenv("OPENAI_API_KEY")) }\n',
    },
  ],
  [
    'Go: a single import becomes a list',
    'main.go',
    `package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("${key}") }\n`,
    { 'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n' },
    {
      'main.go':
        'package main\n\nimport (\n\t"fmt"\n\t"os"\n\n\t_ "github.com/joho/godotenv/autoload"\n)\n\nfunc main() { fmt.Println(os.Getenv("OPENAI_API_KEY")) }\n',
    },
  ],
  [
    'Go: or the one of os',
    'main.go',
    `package main\n\nimport "os"\n\nfunc main() { os.Setenv("A", "${key}") }\n`,
    { 'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n' },
    {
      'main.go':
        'package main\n\nimport (\n\t"os"\n\n\t_ "github.com/joho/godotenv/autoload"\n)\n\nfunc main() { os.Setenv("A", os.Getenv("OPENAI_API_KEY")) }\n',
    },
  ],
  [
    'Go: where it sorts among third parties',
    'main.go',
    `package main\n\nimport (\n\t"os"\n\n\t"github.com/gin-gonic/gin"\n\topenai "github.com/sashabaranov/go-openai"\n)\n\nfunc main() { f("${key}") }\n`,
    { 'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n' },
    {
      'main.go':
        'package main\n\nimport (\n\t"os"\n\n\t"github.com/gin-gonic/gin"\n\t_ "github.com/joho/godotenv/autoload"\n\topenai "github.com/sashabaranov/go-openai"\n)\n\nfunc main() { f(os.Getenv("OPENAI_API_KEY")) }\n',
    },
  ],
  [
    'Go: in the file that has main, not in each that reads a variable',
    'llm/client.go',
    `package llm\n\nimport "fmt"\n\nfunc Call() { fmt.Println("${key}") }\n`,
    {
      'go.mod': 'module example.com/a\n\nrequire github.com/joho/godotenv v1.5.1\n',
      'cmd/a/main.go': 'package main\n\nimport "example.com/a/llm"\n\nfunc main() { llm.Call() }\n',
    },
    {
      'llm/client.go':
        'package llm\n\nimport (\n\t"fmt"\n\t"os"\n)\n\nfunc Call() { fmt.Println(os.Getenv("OPENAI_API_KEY")) }\n',
      'cmd/a/main.go':
        'package main\n\nimport (\n\t"example.com/a/llm"\n\t_ "github.com/joho/godotenv/autoload"\n)\n\nfunc main() { llm.Call() }\n',
    },
  ],
  [
    'Go: a file of the same program, once',
    'client.go',
    `package main\n\nimport "os"\n\nvar k = "${key}"\n`,
    {
      'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n',
      'main.go': 'package main\n\nimport _ "github.com/joho/godotenv/autoload"\n\nfunc main() {}\n',
    },
    { 'client.go': 'package main\n\nimport "os"\n\nvar k = os.Getenv("OPENAI_API_KEY")\n' },
  ],
  [
    'Go: a variable of another package is set before main loads anything',
    'llm/client.go',
    `package llm\n\nimport "os"\n\nvar k = "${key}"\n`,
    {
      'go.mod': 'module a\n\nrequire github.com/joho/godotenv v1.5.1\n',
      'main.go': 'package main\n\nimport _ "github.com/joho/godotenv/autoload"\n\nfunc main() {}\n',
    },
    {
      'llm/client.go':
        'package llm\n\nimport (\n\t"os"\n\n\t_ "github.com/joho/godotenv/autoload"\n)\n\nvar k = os.Getenv("OPENAI_API_KEY")\n',
    },
  ],
  [
    'shell: below the options that the script begins with',
    'bin/a.sh',
    `#!/bin/sh\nset -eu\n\ncall "${key}"\n`,
    { '.env': '' },
    {
      'bin/a.sh':
        '#!/bin/sh\nset -eu\n\nif [ -f "$(dirname "$0")/../.env" ]; then\n  set -a; . "$(dirname "$0")/../.env"; set +a\nfi\ncall "${OPENAI_API_KEY:?OPENAI_API_KEY is not set}"\n',
    },
  ],
];

describe('what loads the env file', () => {
  for (const [title, path, marked, files, after] of cases) {
    it(title, async () => {
      const { text } = fill(marked);
      const workspace = new MemoryWorkspace({ [path]: text, ...files });
      const document = { path, text };
      const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
      assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
      for (const [file, wanted] of Object.entries(after)) {
        const edit: FileEdit | undefined = plan.edits.find((one) => one.path === file);
        const result: string =
          edit?.kind === 'change' ? applyEdits(edit.before, edit.edits) : (files[file] ?? '');
        assert.equal(result, wanted);
      }
    });
  }
});
