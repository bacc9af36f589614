import assert from 'node:assert/strict';
import { isRefusal, offersFor, planMoveToEnv, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { type MemoryOptions, MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const key = '«openai-project-key»';

/** Text that holds one key, and why it stays. */
const cases: readonly (readonly [path: string, text: string, reason: RegExp])[] = [
  ['a.ts', `// ${key}`, /comment/],
  ['a.ts', `import x from "${key}";`, /import/],
  ['a.ts', `type K = "${key}";`, /type/],
  ['a.ts', `enum E { A = "${key}" }`, /enum/],
  ['a.ts', `const a = { "${key}": 1 };`, /property name/],
  ['a.ts', `class A { "${key}"() {} }`, /property name/],
  ['a.ts', `const a = tag\`${key}\`;`, /tagged/],
  ['a.js', `const a = <Chat k={"${key}"} />;`, /browser/],
  ['a.ts', `'use client';\nconst a = "${key}";`, /browser/],
  ['a.ts', `/* c */ "use strict";\n"use client"\nconst a = "${key}";`, /browser/],
  ['a.tsx', `const a = "${key}";`, /browser/],
  ['a.jsx', `const a = "${key}";`, /browser/],
  ['A.vue', `<script>const a = "${key}"</script>`, /browser/],
  ['A.svelte', `<script>const a = "${key}"</script>`, /browser/],
  ['a.html', `<p>${key}</p>`, /browser/],
  ['a.py', `"${key}"\n`, /not used/],
  ['a.py', `# ${key}`, /comment/],
  ['a.py', `match a:\n  case "${key}":\n    pass`, /pattern/],
  ['a.ts', `const k = 1;\nexport {k as "${key}"};`, /part of an export/],
  ['a.ts', `import y from "m" with { type: "${key}" };`, /part of an import/],
  ['a.d.ts', `declare const a = "${key}";`, /declaration/],
  ['a.ts', `interface A { "${key}"(): void }`, /./],
  ['a.ts', `class A { private "${key}" = 1 }`, /./],
  ['a.ts', `type K = { [k in "${key}"]: 1 };`, /./],
  ['a.ts', `const enum E { B = ("${key}") }`, /enum/],
  ['a.ts', `declare module "${key}" {}`, /declaration/],
  ['a.ts', `import r = require("${key}");`, /part of an import/],
  ['a.js', `const process = require("child_process");\nf("${key}");`, /process means something else/],
  ['a.js', `function f(process) { return "${key}"; }`, /process means something else/],
  ['a.js', `document.title = "x";\nconst k = "${key}";`, /browser/],
  ['a.js', `const App = () => {\n  const k = "${key}";\n  return <div>{k}</div>;\n};`, /browser/],
  ['main.ts', `fetch(import.meta.env.VITE_URL, "${key}");`, /browser/],
  ['sw.js', `self.addEventListener("push", () => f("${key}"));`, /browser/],
  ['a.py', `def main():\n    t = "${key}"\n    import os, sys\n`, /os means something else/],
  ['a.py', `def build(os):\n    return "${key}"\n`, /os means something else/],
  ['a.py', `for os in ["a"]:\n    pass\nk = "${key}"\n`, /os means something else/],
  ['a.py', `os = "linux"\nk = "${key}"\n`, /os means something else/],
  ['a.py', `T = Literal["${key}"]\n`, /type/],
  ['a.txt', key, /no lookup/],
  ['bin/a', `f("${key}")\n#!/usr/bin/env python3`, /no lookup/],
  ['bin/a', `#!/usr/bin/awk -f\nBEGIN { print "${key}" }`, /no lookup/],
  ['.env.example', `A=${key}`, /template/],
  ['Dockerfile', `FROM a\nENV K=${key}\nCOPY a /$K`, /while the image is built/],
  ['Dockerfile', `FROM a\nENV K="Bearer ${key}"`, /part of the value/],
  ['Dockerfile', `FROM a\nENV A=b \\\n  # why\n  K=${key}\n`, /A comment stands between/],
  ['Dockerfile', `FROM a\nLABEL k=${key}`, /Only ENV, ARG and RUN/],
  ['Dockerfile', `FROM a\nRUN ["curl", "${key}"]`, /a RUN with brackets/],
  ['Dockerfile', `FROM a\nRUN <<E\ncurl ${key}\nE`, /here document/],
  ['Dockerfile', `FROM a\nRUN echo "K=${key}" > .env`, /writes what it gets into the image/],
  ['Dockerfile', `FROM a\nRUN echo ${key} | tee -a .npmrc`, /writes what it gets into the image/],
  ['Dockerfile', `FROM a\nARG K=${key}\nRUN npm config set token $K`, /writes what it gets into the image/],
  ['Dockerfile', `FROM a\nRUN curl -H 'Authorization: Bearer ${key}' x`, /single quotes/],
  ['Dockerfile', `# syntax=docker/dockerfile:1.4\nFROM a\nRUN curl ${key}`, /1\.10 has/],
  ['.claude/settings.json', `{ "permissions": { "allow": ["Bash(curl ${key})"] } }`, /Delete the entry/],
  ['.mcp.json', `{ "mcpServers": { "a": { "cwd": "${key}" } } }`, /Claude Code reads no variable there/],
  ['.mcp.json', `{ "mcpServers": { "a": { "env": { "K": "${key}" } }`, /not valid/],
  ['.mcp.json', `// ${key}\n{}`, /not in a value/],
  [
    'claude_desktop_config.json',
    `{ "mcpServers": { "a": { "env": { "K": "${key}" } } } }`,
    /reads no variable/,
  ],
  ['.codex/config.toml', `[mcp_servers.a]\nargs = ["${key}"]`, /reads no variable/],
  [
    'render.yaml',
    `envVarGroups:\n- envVars:\n  - { key: A_KEY, value: ${key} }`,
    /no value in an environment group/,
  ],
  ['litellm.yaml', `model_list:\n- litellm_params:\n    api_key: "x ${key}"`, /part of the value/],
  [
    '.vscode/mcp.json',
    `{ "servers": { "a": { "command": "a", "envFile": "b", "env": { "K": "${key}" } } } }`,
    /another env file/,
  ],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    runs-on: windows-latest\n    steps:\n      - run: curl ${key}`,
    /no POSIX shell/,
  ],
  ['.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n      - run: curl '-H ${key}'`, /single quotes/],
  ['.github/workflows/a.yml', `jobs:\n  a:\n    uses: b\n    with: { key: ${key} }`, /under secrets/],
  ['values.yaml', `openai: { apiKey: ${key} }`, /plain YAML/],
  ['app.json', `{ "expo": { "extra": { "key": "${key}" } } }`, /every copy of it/],
  ['main.tf', `terraform {\n  backend "s3" {\n    key = "${key}"\n  }\n}`, /backend-config/],
  ['main.tf', `locals {\n  a = <<E\n${key}\nE\n}`, /not inside a string/],
  ['dist/a.js', `f("${key}")`, /built from others/],
  ['a.tfvars', `keys = { a = "${key}" }`, /nothing but the key/],
];

/** The workspace around a plain `a.ts` with a key, and why the whole move is refused. */
const workspaces: readonly (readonly [
  title: string,
  files: Record<string, string | Uint8Array>,
  options: MemoryOptions,
  reason: RegExp,
])[] = [
  ['a tracked .env', { '.env': 'A=1\n' }, { repository: true, tracked: ['.env'] }, /tracked by git/],
  ['a read-only .env', { '.env': 'A=1\n' }, { readOnly: ['.env'] }, /read-only/],
  [
    'a read-only .gitignore',
    { '.gitignore': 'a\n' },
    { repository: true, readOnly: ['.gitignore'] },
    /read-only/,
  ],
  ['a binary .env', { '.env': Uint8Array.from([0, 1]) }, {}, /could not be read: binary/],
  ['a UTF-16 .env', { '.env': Uint8Array.from([0xff, 0xfe, 0x41, 0]) }, {}, /UTF-16/],
  [
    'a UTF-16 .gitignore',
    { '.gitignore': Uint8Array.from([0xff, 0xfe, 0x41, 0]) },
    { repository: true },
    /UTF-16/,
  ],
  [
    'a nested ignore file that takes .env back',
    { 'sub/.gitignore': '!.env\n', 'sub/package.json': '{}' },
    { repository: true },
    /takes \.env back/,
  ],
];

describe('refusals', () => {
  for (const [path, marked, reason] of cases) {
    it(`${path}: ${marked.replaceAll('\n', ' ')}`, async () => {
      const { text } = fill(marked);
      const document = { path, text };
      const [finding, ...more] = scanDocument(document);
      assert.ok(finding !== undefined && more.length === 0);
      const host = { workspace: new MemoryWorkspace({ [path]: text }), parsers };
      const { main: fix } = await offersFor(host, document, finding);
      assert.ok(fix !== undefined && isRefusal(fix), 'no refusal');
      assert.match(fix.refused, reason);
      const plan = await planMoveToEnv(host, document, [finding]);
      assert.ok(isRefusal(plan) && plan.refused === fix.refused);
    });
  }

  for (const [title, files, options, reason] of workspaces) {
    it(title, async () => {
      const { text } = fill(`const a = "${key}";`);
      const document = { path: 'sub/a.ts', text };
      const plan = await planMoveToEnv(
        { workspace: new MemoryWorkspace({ 'sub/a.ts': text, ...files }, options), parsers },
        document,
        scanDocument(document),
      );
      assert.ok(isRefusal(plan), 'no refusal');
      assert.match(plan.refused, reason);
    });
  }
});
