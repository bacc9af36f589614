import assert from 'node:assert/strict';
import {
  applyEdits,
  auditWorkspace,
  defaultSettings,
  isRefusal,
  neverCancelled,
  offersFor,
  planFix,
} from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

/** Other rules have something to say of such files too. */
const alone = {
  ...defaultSettings,
  severity: { 'env-placeholder': 'off', 'env-value-shown': 'off', 'env-crlf': 'off' },
} as const;

type Files = Readonly<Record<string, string>>;

const env = { '.env': 'A_KEY=some-words\nB_KEY=\nC_KEY=your-key-here\n' };
const js = 'f(process.env.A_KEY);\n';
const py = 'import os\n\nprint(os.environ["A_KEY"])\n';
const started = (script = 'node a.js', more = ''): Files => ({
  'package.json': `{ "scripts": { "start": "${script}" }${more} }\n`,
});

const told = async (files: Files): Promise<readonly string[]> => {
  const settings = { ...alone, exclude: [] };
  const report = await auditWorkspace(new MemoryWorkspace(files), { settings, cancel: neverCancelled });
  const own = report.findings.filter(({ rule }) => !/^env-(?:command|dollar)$/.test(rule));
  return own.map(({ file, span, message }) => {
    assert.match(message, /^Nothing loads \S+: \w+ is not set when this runs\.$/);
    return `${file}: ${files[file]?.slice(span.start, span.end)}`;
  });
};

/** What is told, one line for each finding. */
type Case = readonly [title: string, files: Files, ...told: readonly string[]];
const cases: readonly Case[] = [
  ['a script beside the file', { ...env, 'a.js': js }, 'a.js: process.env.A_KEY'],
  ['a program that a script starts', { ...env, ...started(), 'src/b.js': js }, 'src/b.js: process.env.A_KEY'],
  [
    'a program without an extension',
    { ...env, 'bin/a': `#!/usr/bin/env node\n${js}` },
    'bin/a: process.env.A_KEY',
  ],
  ['in brackets', { ...env, 'a.js': 'f(process.env["A_KEY"])' }, 'a.js: process.env["A_KEY"]'],
  ['Python', { ...env, 'a.py': py }, 'a.py: os.environ["A_KEY"]'],
  [
    'Go, with the package',
    {
      ...env,
      'go.mod': 'require github.com/joho/godotenv v1.5.1\n',
      'main.go': 'package main\n\nfunc main() { os.Getenv("A_KEY") }\n',
    },
    'main.go: os.Getenv("A_KEY")',
  ],
  [
    'Ruby, with the gem',
    { ...env, Gemfile: 'gem "dotenv"\n', 'a.rb': 'ENV.fetch("A_KEY")\n' },
    'a.rb: ENV.fetch("A_KEY")',
  ],
  [
    'Rust, with the crate',
    { ...env, 'Cargo.toml': 'dotenvy = "0.15"\n', 'src/main.rs': 'fn main() { env::var("A_KEY"); }\n' },
    'src/main.rs: env::var("A_KEY")',
  ],
  ['a shell script', { ...env, 'a.sh': '#!/bin/sh\ncurl -u "$A_KEY:" x\n' }, 'a.sh: $A_KEY'],
  [
    'a package of its own',
    {
      'apps/api/.env': env['.env'],
      'apps/api/package.json': '{"scripts":{"dev":"node a.js"}}',
      'apps/api/a.js': js,
      'apps/web/a.js': js,
    },
    'apps/api/a.js: process.env.A_KEY',
  ],
  [
    'dotenv that nobody calls',
    { ...env, ...started('nodemon a.js', ', "dependencies": { "dotenv": "^16" }'), 'a.js': js },
    'a.js: process.env.A_KEY',
  ],
  [
    'a loader in a test only',
    { ...env, ...started(), 'a.js': js, 'test/setup.js': 'require("dotenv").config()' },
    'a.js: process.env.A_KEY',
  ],
  [
    'a loader of another language',
    { ...env, 'a.js': js, 'tools/b.py': 'load_dotenv()\n' },
    'a.js: process.env.A_KEY',
  ],
  [
    'names in a template and in an ignore file',
    {
      ...env,
      '.env.example': 'A_KEY=\n',
      '.dockerignore': '.env\n',
      'README.md': 'Copy .env.example to .env.\n',
      'a.js': js,
    },
    'a.js: process.env.A_KEY',
  ],
  [
    'once for each file and language, nearest to the root',
    { ...env, 'src/a.js': js, 'z.js': js, 'a.py': py },
    'a.py: os.environ["A_KEY"]',
    'z.js: process.env.A_KEY',
  ],

  [
    'Flask that starts itself reads at the top what it loads later',
    {
      ...env,
      'pyproject.toml': '[project]\ndependencies = ["flask"]\n',
      'app.py': `import flask\n${py}if __name__ == "__main__":\n    app.run()\n`,
    },
    'app.py: os.environ["A_KEY"]',
  ],
  ['behind a long text', { ...env, 'a.py': `x = f"""{1}"""\n${py}` }, 'a.py: os.environ["A_KEY"]'],
  [
    'a shell script with quotes around',
    { ...env, 'a.sh': '#!/bin/sh\n# don\'t\nf "it\'s" \'x\' "$A_KEY"\n' },
    'a.sh: $A_KEY',
  ],
  [
    'pm2 without it',
    { ...env, ...started('pm2 start ecosystem.config.js'), 'ecosystem.config.js': '[]', 'a.js': js },
    'a.js: process.env.A_KEY',
  ],

  ['no env file', { 'a.js': js }],
  ['another name', { ...env, 'a.js': 'f(process.env.X_KEY)' }],
  ['an empty value, a placeholder', { ...env, 'a.js': 'f(process.env.B_KEY, process.env.C_KEY)' }],
  [
    'a name that tools give',
    {
      '.env': 'PATH=x\nNODE_ENV=y\nPORT=1\n',
      'a.js': 'f(process.env.PATH, process.env.NODE_ENV, process.env.PORT)',
    },
  ],
  ['a name for the browser', { '.env': 'VITE_A=x\n', 'a.js': 'f(process.env.VITE_A)' }],
  ['set by the program', { ...env, 'a.js': `process.env.A_KEY = "x";\n${js}` }],
  ['in a comment', { ...env, 'a.js': `// ${js}` }],
  ['accepted', { ...env, 'a.js': `// keystow-ignore-next-line env-not-loaded -- the shell sets it\n${js}` }],
  [
    'the browser',
    {
      ...env,
      'a.js': `document.title = '';\n${js}`,
      'b.jsx': `const B = () => {\n  return <b>{process.env.A_KEY}</b>;\n};\n`,
      'c.vue': `<script>${js}</script>`,
    },
  ],
  ['static files', { ...env, 'public/a.js': js }],
  [
    'a framework that loads it',
    { ...env, ...started('next dev', ', "dependencies": { "next": "16" }'), 'app/route.js': js },
  ],
  [
    'a tool that loads it',
    { ...env, ...started('node a.js', ', "dependencies": { "@prisma/client": "6" }'), 'a.js': js },
  ],
  ['Bun', { ...env, ...started('bun run a.js'), 'a.js': js }],
  ['Deno', { ...env, 'deno.json': '{}', 'a.ts': js }],
  ['a flag in a script', { ...env, ...started('node --env-file=.env a.js'), 'a.js': js }],
  ['in the code', { ...env, 'a.js': `process.loadEnvFile();\n${js}` }],
  [
    'somewhere else in the code',
    { ...env, ...started(), 'a.js': js, 'lib/deep/settings.js': 'import "dotenv/config";' },
  ],
  [
    'by hand, in the code',
    { ...env, ...started(), 'a.js': js, 'lib/env.js': 'read(path.join(root, ".env"))' },
  ],
  ['direnv', { ...env, '.envrc': 'dotenv\n', 'a.js': js }],
  [
    'a Makefile above',
    { 'api/.env': env['.env'], 'api/a.js': js, Makefile: 'run:\n\t. api/.env; node api/a.js\n' },
  ],
  [
    'compose puts it in',
    { ...env, 'compose.yaml': 'services:\n  a:\n    environment:\n      - A_KEY\n', 'a.js': js },
  ],
  [
    'a script without an extension',
    { ...env, 'bin/dev': '#!/bin/sh\nset -a; . ./.env\nnode a.js\n', 'a.js': js },
  ],
  ['a Procfile', { ...env, Procfile: 'web: node a.js\n', 'a.js': js }],
  [
    'a launch configuration',
    { ...env, '.vscode/launch.json': '{"envFile": "${workspaceFolder}/.env"}', 'a.js': js },
  ],
  ['a README that says how', { ...env, 'README.md': 'Run `node --env-file=.env a.js`.\n', 'a.js': js }],
  [
    'tests, examples, configurations',
    {
      ...env,
      'test/a.js': js,
      'examples/a.js': js,
      'a.test.js': js,
      'drizzle.config.js': js,
      'test_a.py': py,
    },
  ],
  [
    'a library',
    {
      ...env,
      'package.json': '{"name":"lib","exports":"./lib/a.js","scripts":{"build":"node build.js"}}',
      'lib/a.js': js,
    },
  ],
  [
    'a library whose entry reads it',
    {
      ...env,
      'package.json': '{"main":"dist/index.js","scripts":{"build":"tsup"}}',
      'src/index.ts': `export const a = ${js}`,
    },
  ],
  ['a gem', { ...env, Gemfile: 'gemspec\ngem "dotenv"\n', 'lib/a.rb': 'ENV.fetch("A_KEY")\n' }],
  [
    'pm2 gives it',
    {
      ...env,
      ...started('pm2 start ecosystem.config.js'),
      'ecosystem.config.js': 'module.exports = { apps: [{ script: "a.js", node_args: "--env-file=.env" }] };',
      'a.js': js,
    },
  ],
  ['heroku local', { ...env, ...started('heroku local web'), 'a.js': js }],
  [
    'fastify-cli',
    { ...env, ...started('fastify start a.js', ', "dependencies": { "fastify-cli": "7" }'), 'a.js': js },
  ],
  [
    'Flask, with the package',
    {
      ...env,
      'requirements.txt': 'flask\npython-dotenv\n',
      'app.py': `import flask\napp = flask.Flask(__name__)\n${py}`,
    },
  ],
  [
    'Flask, in a module of it',
    { ...env, 'requirements.txt': 'Flask==3\npython-dotenv\n', 'app/__init__.py': '', 'config.py': py },
  ],
  ['a default in the code', { ...env, 'a.py': `import os\n\nos.environ.setdefault("A_KEY", "x")\n${py}` }],
  ['in a docstring', { ...env, 'a.py': `"""Says how:\n\n${py}"""\n` }],
  ['a loop of a shell', { ...env, 'a.sh': '#!/bin/sh\nfor A_KEY in a b; do f "$A_KEY"; done\n' }],
  ['a text of a shell', { ...env, 'a.sh': "#!/bin/sh\nawk '{ print $A_KEY }' x\n" }],
  ['a document of a shell', { ...env, 'a.sh': "#!/bin/sh\ncat <<'END'\n$A_KEY\nEND\n" }],
  [
    'what a container or a service starts',
    {
      ...env,
      'docker/entrypoint.sh': '#!/bin/sh\nf "$A_KEY"\n',
      'ci/deploy.sh': '#!/bin/sh\nf "$A_KEY"\n',
    },
  ],
  ['a Python package', { ...env, 'pyproject.toml': '[project]\nname = "a"\n', 'src/a/client.py': py }],
  [
    'a function in a cloud',
    { ...env, 'index.js': `exports.handler = () => ${js}`, 'a.py': `${py}def lambda_handler(e, c): pass\n` },
  ],
  [
    'Python: elsewhere',
    { ...env, 'main.py': 'from dotenv import load_dotenv\nload_dotenv()\nimport a\n', 'a.py': py },
  ],
  [
    'Python: settings read it',
    { ...env, 'requirements.txt': 'pydantic-settings\n', 'main.py': '', 'a.py': py },
  ],
  ['a notebook', { ...env, 'a.ipynb': '{}' }],
  [
    'only a person could mend it',
    {
      ...env,
      'go.mod': 'module a\n',
      'main.go': 'package main\nfunc main() { os.Getenv("A_KEY") }\n',
      'a.php': "<?php getenv('A_KEY');",
      'A.java': 'System.getenv("A_KEY");',
      'a.cs': 'Environment.GetEnvironmentVariable("A_KEY");',
      'a.rb': 'ENV["A_KEY"]',
      'src/main.rs': 'fn main() { env::var("A_KEY"); }',
    },
  ],
  ...["'it''s' x", '$(f)', 'two words', 'a;b', '"$x"', 'x\r'].map(
    (value): Case => [
      `a shell script, where the env file has ${JSON.stringify(value)}`,
      { '.env': `A_KEY=a\nX=${value}\n`, 'a.sh': '#!/bin/sh\nf "$A_KEY"\n' },
    ],
  ),
  ['a shell script that others read', { ...env, 'a.sh': 'f "$A_KEY"\n' }],
  [
    'a shell script that is given it',
    { ...env, 'a.sh': '#!/bin/sh\nf "$A_KEY"\n', 'run.sh': '. ./.env\n./a.sh\n' },
  ],
];

describe('env-not-loaded', () => {
  for (const [title, files, ...expected] of cases)
    it(title, async () => assert.deepEqual(await told(files), expected));

  it('off in the settings', async () => {
    const settings = { ...alone, severity: { ...alone.severity, 'env-not-loaded': 'off' as const } };
    const workspace = new MemoryWorkspace({ ...env, 'a.js': js });
    const { findings } = await auditWorkspace(workspace, { settings, cancel: neverCancelled });
    assert.deepEqual(findings, []);
  });

  it('asks the files around a source once for all sources', async () => {
    const asked: string[] = [];
    class Counting extends MemoryWorkspace {
      override read(path: string, limit?: number): ReturnType<MemoryWorkspace['read']> {
        asked.push(path);
        return super.read(path, limit);
      }
    }
    const many = (text: string): Files =>
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`src/f${i}.js`, text]));
    const cost = async (files: Files): Promise<number> => {
      asked.length = 0;
      await auditWorkspace(new Counting(files), { settings: alone, cancel: neverCancelled });
      return asked.filter((path) => !path.startsWith('src/f')).length;
    };
    const [one, all] = [await cost({ 'src/f0.js': js }), await cost(many(js))];
    assert.equal(all, one, 'without an env file');
    const loaded = { ...env, ...started('node --env-file=.env a.js') };
    const [once, often] = [
      await cost({ ...loaded, 'src/f0.js': js }),
      await cost({ ...loaded, ...many(js) }),
    ];
    assert.equal(often, once, 'with one that is loaded');
  });
});

/** What the fix is called, and the files that it changes; then nothing is told. */
const fixes: readonly (readonly [title: string, offered: string, files: Files, after: Files])[] = [
  [
    'a flag in the scripts',
    'Load .env: add --env-file-if-exists to the scripts',
    { ...started(), 'a.js': js },
    started('node --env-file-if-exists=.env a.js'),
  ],
  [
    'in the code, below the imports',
    'Load .env: call process.loadEnvFile() in a.mjs',
    { 'a.mjs': `import f from './f.js';\n\n${js}` },
    {
      'a.mjs': `import f from './f.js';\n\ntry {\n  process.loadEnvFile();\n} catch {\n  // Without .env, as in production, the environment has the values.\n}\n\n${js}`,
    },
  ],
  [
    'the package that is there',
    'Load .env: call dotenv first',
    { ...started('nodemon a.js', ', "dependencies": { "dotenv": "^16" }'), 'a.js': js },
    { 'a.js': `require('dotenv').config({ quiet: true });\n${js}` },
  ],
  [
    'Python: below the imports',
    'Load .env: call load_dotenv()',
    { 'requirements.txt': 'flask\n', 'main.py': py },
    {
      'requirements.txt': 'flask\npython-dotenv>=1.0\n',
      'main.py': py.replace('import os\n', 'import os\n\nfrom dotenv import load_dotenv\n\nload_dotenv()\n'),
    },
  ],
  [
    'Python: a script by itself',
    "Load .env: in the editor's terminals",
    { 'a.py': py },
    { '.vscode/settings.json': '{\n  "python.terminal.useEnvFile": true\n}\n' },
  ],
  [
    'a shell script',
    'Load .env: read it in the script',
    { 'a.sh': '#!/bin/sh\nf "$A_KEY"\n' },
    {
      'a.sh':
        '#!/bin/sh\nif [ -f "$(dirname "$0")/.env" ]; then\n  set -a; . "$(dirname "$0")/.env"; set +a\nfi\nf "$A_KEY"\n',
    },
  ],
];

describe('env-not-loaded: the fix', () => {
  for (const [title, offered, own, after] of fixes)
    it(title, async () => {
      const files = { ...env, ...own };
      const workspace = new MemoryWorkspace(files);
      const options = { settings: alone, cancel: neverCancelled, parsers };
      const { findings } = await auditWorkspace(workspace, options);
      const [finding] = findings;
      assert.ok(finding);
      assert.deepEqual([findings.length, finding.fixes], [1, ['load-env']]);
      const document = { path: finding.file, text: files[finding.file as keyof typeof files] ?? '' };
      const { main, more } = await offersFor({ workspace, parsers }, document, finding);
      assert.deepEqual([main, more], [{ id: 'load-env', title: offered }, []]);
      const plan = await planFix({ workspace, parsers }, document, finding);
      assert.ok(!isRefusal(plan));
      const changed = Object.fromEntries(
        plan.edits.map((edit) => [
          edit.path,
          edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits),
        ]),
      );
      assert.deepEqual(changed, after);
      assert.deepEqual(plan.stored, []);
      const fixed = new MemoryWorkspace({ ...files, ...changed });
      assert.deepEqual((await auditWorkspace(fixed, options)).findings, []);
      const again = await planFix(
        { workspace: fixed, parsers },
        { ...document, text: changed[document.path] ?? document.text },
        finding,
      );
      assert.ok(!isRefusal(again));
      assert.deepEqual(again.edits, []);
    });

  it('a source that cannot be changed stays', async () => {
    const workspace = new MemoryWorkspace({ ...env, 'a.js': js }, { readOnly: ['a.js'] });
    const options = { settings: alone, cancel: neverCancelled };
    const [finding] = (await auditWorkspace(workspace, options)).findings;
    assert.ok(finding);
    const plan = await planFix({ workspace, parsers }, { path: 'a.js', text: js }, finding);
    assert.deepEqual(plan, { refused: 'a.js is read-only.' });
  });
});
