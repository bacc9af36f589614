import { checkRewrite } from '../../support/rewriting';

type Files = Readonly<Record<string, string>>;

/** A file with K where a key stands, what it becomes, and the files around it. */
const cases: readonly (readonly [path: string, before: string, after: string, files?: Files])[] = [
  // JavaScript and TypeScript
  ['a.js', 'f("Bearer K");', 'f(`Bearer ${process.env.OPENAI_API_KEY}`);'],
  ['a.js', 'f(`${x}K`);', 'f(`${x}${process.env.OPENAI_API_KEY}`);'],
  ['a.js', "f('it`s ${K}');", 'f(`it\\`s \\${${process.env.OPENAI_API_KEY}}`);'],
  ['a.ts', 'const a = "K" as const;', 'const a = process.env.OPENAI_API_KEY;'],
  ['a.ts', 'const a = process.env.MY_KEY ?? "K";', 'const a = process.env.MY_KEY;'],
  ['a.js', "const a = process.env['X'] || 'K';", 'const a = process.env.X;'],
  ['a.js', 'const a = b.key || "K";', 'const a = b.key || process.env.OPENAI_API_KEY;'],
  ['a.js', "f();\nprocess.env.X = 'K'; // set\ng();", 'f();\ng();'],
  ['a.js', 'if (a) process.env.X = "K";', 'if (a) {}'],
  ['a.js', 'function f() { return"K"; }', 'function f() { return process.env.OPENAI_API_KEY; }'],
  ['a.js', 'function f(process) {}\ng("K");', 'function f(process) {}\ng(process.env.OPENAI_API_KEY);'],
  // by the runtime
  ['src/a.js', 'f("K");', 'f(Deno.env.get("OPENAI_API_KEY"));', { 'deno.jsonc': '{ /* x */ }' }],
  ['a.ts', 'f(Bun.env.X, "K");', 'f(Bun.env.X, Bun.env.OPENAI_API_KEY);', { 'bun.lock': '' }],
  [
    'src/index.js',
    'export default { fetch: () => f("K") };',
    "import { env } from 'cloudflare:workers';\n\nexport default { fetch: () => f(env.OPENAI_API_KEY) };",
    { 'package.json': '{}', 'wrangler.toml': '' },
  ],
  [
    'src/routes/+server.js',
    "import { A } from '$env/static/private';\nf(A, 'K');",
    "import { A, OPENAI_API_KEY } from '$env/static/private';\nf(A, OPENAI_API_KEY);",
    { 'package.json': '{"devDependencies":{"@sveltejs/kit":"^2.0.0"}}' },
  ],
  [
    'src/lib/server/a.js',
    "import x from 'y';\n\nf('K');",
    "import x from 'y';\nimport { OPENAI_API_KEY } from '$app/env/private';\n\nf(OPENAI_API_KEY);",
    { 'package.json': '{"devDependencies":{"@sveltejs/kit":"^3.0.0"}}' },
  ],
  [
    'src/pages/api/a.js',
    'f("K");',
    'f(import.meta.env.OPENAI_API_KEY);',
    { 'package.json': '{"dependencies":{"astro":"5"}}' },
  ],
  [
    'app/api/chat/route.ts',
    'const c = new OpenAI({ apiKey: "K" });',
    'const c = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });',
    {
      'package.json': '{"dependencies":{"next":"16"}}',
      'tsconfig.json': '{"compilerOptions":{"strict":true}}',
    },
  ],
  [
    'app/page.tsx',
    'export default () => <Chat value={f("K")} />;',
    'export default () => <Chat value={f(process.env.OPENAI_API_KEY)} />;',
    { 'package.json': '{"dependencies":{"next":"16"}}' },
  ],
  [
    'a.ts',
    "// what it does\nimport a from 'a';\nconst b = a;\nf('K');",
    "// what it does\nimport a from 'a';\n\nfunction requireEnv(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(`${name} is not set`);\n  return value;\n}\n\nconst b = a;\nf(requireEnv('OPENAI_API_KEY'));",
    { 'tsconfig.json': '{"compilerOptions":{"strict":true}}' },
  ],
  // Scripts without an extension
  [
    'bin/a',
    '#!/usr/bin/env -S node --no-warnings\nf("K");',
    '#!/usr/bin/env -S node --no-warnings\nf(process.env.OPENAI_API_KEY);',
  ],
  [
    'bin/a',
    '#!/usr/bin/env -S npx tsx\nf("K" as string);',
    '#!/usr/bin/env -S npx tsx\nf(process.env.OPENAI_API_KEY as string);',
  ],
  [
    'bin/a',
    '#!/usr/bin/python3.11\nimport os\nf("K")',
    '#!/usr/bin/python3.11\nimport os\nf(os.environ["OPENAI_API_KEY"])',
  ],
  [
    'bin/a',
    '#!/usr/bin/env -S uv run --script\nimport os\nf("K")',
    '#!/usr/bin/env -S uv run --script\nimport os\nf(os.environ["OPENAI_API_KEY"])',
  ],
  ['bin/a', '#! /bin/bash\nf "K"', '#! /bin/bash\nf "${OPENAI_API_KEY:?OPENAI_API_KEY is not set}"'],
  ['bin/a', '#!/usr/bin/env ruby\nf "K"', '#!/usr/bin/env ruby\nf ENV.fetch("OPENAI_API_KEY")'],
  [
    'bin/a',
    '#!/usr/bin/env php\n<?php f($a, "K" . $b);',
    '#!/usr/bin/env php\n<?php f($a, (getenv("OPENAI_API_KEY") ?: throw new RuntimeException("OPENAI_API_KEY is not set")) . $b);',
  ],
  // Python
  ['a.py', 'import os\na = f"Bearer K"', 'import os\na = f"Bearer {os.environ[\'OPENAI_API_KEY\']}"'],
  ['a.py', 'import os\na = "x" "K"', 'import os\na = "x" f"{os.environ[\'OPENAI_API_KEY\']}"'],
  ['a.py', 'import os\na = b"K"', 'import os\na = os.environ["OPENAI_API_KEY"].encode()'],
  ['a.py', 'import os\na = f"{g(\'K\')}"', 'import os\na = f"{g(os.environ[\'OPENAI_API_KEY\'])}"'],
  ['a.py', 'import os\na = os.getenv("X", "K")', 'import os\na = os.environ["X"]'],
  ['a.py', 'import os\na = os.environ.get("X", "K")', 'import os\na = os.environ["X"]'],
  ['a.py', 'import os\na = os.environ.get("X") or "K"', 'import os\na = os.environ["X"]'],
  [
    'a.py',
    'from decouple import config\na = config("X", default="K")',
    'from decouple import config\na = config("X")',
  ],
  ['a.py', 'a = env.str("X", cast=str, default="K")', 'a = env.str("X", cast=str)'],
  ['a.py', 'import os\nos.environ["OPENAI_API_KEY"] = "K"\nrun()', 'import os\nrun()'],
  [
    'a.py',
    'class S(BaseSettings):\n    key: str = Field(default="K")\n    other: SecretStr = SecretStr("x")',
    'class S(BaseSettings):\n    key: str\n    other: SecretStr = SecretStr("x")',
  ],
];

describe('rewrites', () => {
  for (const [path, before, after, files] of cases) {
    it(`${path}: ${JSON.stringify(before)}`, () =>
      checkRewrite(path, [
        before.replaceAll('K', (_, at: number) => (isKey(before, at) ? '«openai-project-key»' : 'K')),
        after,
        files,
      ]));
  }
});

/** A K that is no part of a word. */
const isKey = (text: string, at: number): boolean =>
  !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + 1] ?? '');
