import assert from 'node:assert/strict';
import {
  defaultSettings,
  fixIdFor,
  isRefusal,
  noPolicy,
  OverlayWorkspace,
  planMoveToEnv,
  scanDocument,
} from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const K = madeKey('openai-project-key');
const S = `hT9kQ2mB${'!7xW4Lp8Rt'}`;
const A = madeKey('aws-access-key-id');
const G = madeKey('google-api-key').replaceAll('-', '_');
const script = (text: string): string => `{"scripts":{"a":"${text}"}}`;
const bruno = { 'bruno.json': '{}' };

/** The file, its text, what becomes of it or why it stays, and what else is there. */
const cases: readonly (readonly [
  path: string,
  text: string,
  after: string | RegExp,
  others?: Readonly<Record<string, string>>,
])[] = [
  // make: what is not there for everybody, or goes on in the next line, only loses the key.
  [
    'Makefile',
    `AUTH = Bearer ${K}\na:\n\tb $(AUTH)\n`,
    '-include .env\n\nAUTH = Bearer $(OPENAI_API_KEY)\na:\n\tb $(AUTH)\n',
  ],
  [
    'makefile',
    `#!/usr/bin/make -f\n# a\n\na:\n\tb ${K}\n`,
    '#!/usr/bin/make -f\n# a\n\n-include .env\n\na:\n\tb $(OPENAI_API_KEY)\n',
  ],
  ['GNUmakefile', `a: ; b ${K}\n`, '-include .env\n\na: ; b $(OPENAI_API_KEY)\n'],
  ['Makefile', `ifdef A\nKEY = ${K}\nendif\n`, '-include .env\n\nifdef A\nKEY = $(OPENAI_API_KEY)\nendif\n'],
  ['Makefile', `ifdef A\nOPENAI_API_KEY = ${K}\nendif\n`, /another place/],
  ['Makefile', `a: export OPENAI_API_KEY := ${K}\na:\n\tb\n`, /another place/],
  ['Makefile', `OPENAI_API_KEY = \\\n  ${K}\n`, /another place/],
  ['Makefile', `override OPENAI_API_KEY = ${K}\n`, /another place/],
  ['Makefile', `OPENAI_API_KEY += ${K}\n`, /another place/],
  ['Makefile', `define OPENAI_API_KEY\n${K}\nendef\n`, /another place/],
  ['Makefile', `A_KEY = ${K}\nA_KEY = x\n`, /another place/],
  ['Makefile', `A_KEY ?= x\nA_KEY = ${K}\n`, 'A_KEY ?= x\n-include .env\n'],
  ['Makefile', `define d\nA = ${K}\nendef\n`, '-include .env\n\ndefine d\nA = $(OPENAI_API_KEY)\nendef\n'],
  [
    'Makefile',
    `.ONESHELL:\na:\n\tcat <<E\n\t${K}\n\tE\n`,
    '-include .env\n\n.ONESHELL:\na:\n\tcat <<E\n\t$(OPENAI_API_KEY)\n\tE\n',
  ],
  [
    'Makefile',
    `a:\n\tOPENAI_API_KEY=${K} b\n`,
    '-include .env\n\na:\n\tOPENAI_API_KEY=$(OPENAI_API_KEY) b\n',
  ],
  ['Makefile', `export\nA_KEY=${K}\nexport B_KEY=${K}\n`, 'export\n-include .env\n'],
  // make: an env file that is read already, or that make would read in another way.
  ['Makefile', `include .env\nexport A_KEY := ${K}\n`, 'include .env\nexport A_KEY\n', { '.env': "B='x'\n" }],
  ['Makefile', `export A_KEY := ${K}\na:\n`, 'a:\n', { '.env': "B='x y'\n" }],
  ['Makefile', `export A_KEY := ${K}\na:\n`, 'a:\n', { '.env': 'B=x # y\n' }],
  ['Makefile', `export A_KEY := ${K}\na:\n`, 'a:\n', { '.env': 'SHELL=/bin/zsh\n' }],
  ['Makefile', `export A_KEY := ${K}\nPORT = 1\na:\n`, 'PORT = 1\na:\n', { '.env': 'PORT=2\n' }],
  ['Makefile', `export A_KEY := ${K}\n.env: .env.example\n\tcp $< $@\n`, '.env: .env.example\n\tcp $< $@\n'],
  ['build/a.mk', `A_KEY := ${K}\nB := x\n`, 'B := x\n'],
  ['sub/Makefile', `A_KEY := ${K}\n`, '-include ../.env\n', { '.env': 'B=x\n' }],
  // make: what it includes itself.
  [
    'src/Makefile',
    `include .env\nexport A_KEY := ${K}\n`,
    'include .env\n-include ../.env\nexport A_KEY\n',
    { '.env': 'B=x\n' },
  ],
  [
    'src/Makefile',
    `-include ../.env # a\nA_KEY := ${K}\na:\n`,
    '-include ../.env # a\na:\n',
    { '.env': "B='x'\n" },
  ],
  [
    'Makefile',
    `ifdef A\ninclude .env\nendif\nA_KEY := ${K}\n`,
    'ifdef A\ninclude .env\nendif\n-include .env\n',
  ],
  ['Makefile', `include .env\nAUTH_TOKEN := ${S}\n`, /another value than this one/],
  // A mark of the byte order stays first.
  ['Makefile', `\uFEFFa:\n\tb ${K}\n`, '\uFEFF-include .env\n\na:\n\tb $(OPENAI_API_KEY)\n'],
  ['Makefile', `\uFEFFOPENAI_API_KEY = ${K}\na:\n`, '\uFEFF-include .env\na:\n'],
  ['Makefile', `\uFEFFOPENAI_API_KEY = x\na:\n\tb ${K}\n`, /another place/],
  ['justfile', `\uFEFFk := "${K}"\n`, '\uFEFFset dotenv-load\n\nk := env("OPENAI_API_KEY")\n'],
  ['justfile', `\uFEFFset dotenv-load\nk := "${K}"\n`, '\uFEFFset dotenv-load\nk := env("OPENAI_API_KEY")\n'],
  // just
  ['justfile', `k := "${K}"\n`, 'set dotenv-load\n\nk := env("OPENAI_API_KEY")\n'],
  [
    'justfile',
    `k := "${K}"\nl := env_var('L')\n`,
    `set dotenv-load\n\nk := env_var("OPENAI_API_KEY")\nl := env_var('L')\n`,
  ],
  [
    '.justfile',
    `#!/usr/bin/env just --justfile\na:\n  b ${K}\n`,
    '#!/usr/bin/env just --justfile\n\nset dotenv-load\n\na:\n  b "$OPENAI_API_KEY"\n',
  ],
  [
    'justfile',
    `set dotenv-load := true\nk := "${K}"\n`,
    'set dotenv-load := true\nk := env("OPENAI_API_KEY")\n',
  ],
  ['justfile', `set dotenv-load := false\nk := "${K}"\n`, /which env file/],
  ['justfile', `set dotenv-filename := "a.env"\nk := "${K}"\n`, /which env file/],
  [
    'justfile',
    `import 'a.just'\nk := "${K}"\n`,
    `import 'a.just'\nk := env("OPENAI_API_KEY")\n`,
    { 'a.just': 'set dotenv-load\n' },
  ],
  [
    'justfile',
    `import 'a.just'\nk := "${K}"\n`,
    `set dotenv-load\n\nimport 'a.just'\nk := env("OPENAI_API_KEY")\n`,
    { 'a.just': 'set quiet\n' },
  ],
  ['justfile', `import 'a.just'\nk := "${K}"\n`, /could not be read/],
  ['a.just', `k := "${K}"\n`, 'k := env("OPENAI_API_KEY")\n'],
  ['justfile', `k := '''\n${K}\n'''\n`, /between quotes/],
  ['justfile', `k := '''\n  ${K}\n'''\n`, /between quotes/],
  ['justfile', `k := "a\n  ${K}"\n`, /between quotes/],
  ['justfile', `k := \`echo ${K}\`\n`, /between quotes/],
  ['justfile', `k := x"${K}"\n`, /between quotes/],
  ['justfile', `# ${K}\n`, /Only a variable/],
  ['justfile', `a key="${K}":\n  b\n`, /Only a variable/],
  ['justfile', `a:\n  b {{ "${K}" }}\n`, /expression of just/],
  ['justfile', `a:\n  b '${K} c'\n`, /single quotes/],
  ['justfile', `a:\n  #!/usr/bin/env python3\n  b("${K}")\n`, /POSIX shell/],
  ['justfile', `[script("node")]\na:\n  b("${K}")\n`, /POSIX shell/],
  [
    'justfile',
    `[script("node")]\na:\n  b()\n\nc:\n  d ${K}\n`,
    'set dotenv-load\n\n[script("node")]\na:\n  b()\n\nc:\n  d "$OPENAI_API_KEY"\n',
  ],
  ['justfile', `set shell := ["pwsh", "-c"]\na:\n  b ${K}\n`, /POSIX shell/],
  ['justfile', `set windows-shell := ["pwsh", "-c"]\na:\n  b ${K}\n`, /POSIX shell/],
  ['justfile', `OPENAI_API_KEY := "x"\na:\n  b ${K}\n`, /another place/],
  // just: a statement goes on as far as its brackets and texts.
  [
    'justfile',
    `k := if os() == "linux" {\n  "${K}"\n} else { "" }\n`,
    'set dotenv-load\n\nk := if os() == "linux" {\n  env("OPENAI_API_KEY")\n} else { "" }\n',
  ],
  [
    'justfile',
    `export k := (\n  "${K}" # a (\n)\na:\n  b ${K}\n`,
    'set dotenv-load\n\nexport k := (\n  env("OPENAI_API_KEY") # a (\n)\na:\n  b "$OPENAI_API_KEY"\n',
  ],
  ['justfile', `k := "a"\n  ${K}\n`, /Only a variable/],
  [
    'justfile',
    `set shell := [\n  "bash", "-c"\n]\n\na:\n  b ${K}\n`,
    'set shell := [\n  "bash", "-c"\n]\nset dotenv-load\n\na:\n  b "$OPENAI_API_KEY"\n',
  ],
  ['justfile', `set shell := [\n  "pwsh", "-c"\n]\na:\n  b ${K}\n`, /POSIX shell/],
  ['justfile', `a $OPENAI_API_KEY="x":\n  b ${K}\n`, /parameter of the same name/],
  ['justfile', `a b *OPENAI_API_KEY:\n  b ${K}\n`, /parameter of the same name/],
  // Procfiles
  ['Procfile', `web: a --key=${K}\n`, 'web: a --key="$OPENAI_API_KEY"\n'],
  ['Procfile', `web: A_KEY='${K}' sh -c "b"\n`, 'web: sh -c "b"\n'],
  ['Procfile', `web: cd a && A_KEY=${K} b\n`, 'web: cd a && A_KEY="$OPENAI_API_KEY" b\n'],
  ['Procfile', `web: AUTH="Bearer ${K}" b\n`, 'web: AUTH="Bearer $OPENAI_API_KEY" b\n'],
  ['Procfile', `web: sh -c 'a ${K} b'\n`, /single quotes/],
  ['Procfile', `# ${K}\nweb: a\n`, /command of a process/],
  // Bruno
  [
    'a.bru',
    `headers {\n  ~x-key: ${K}\n}\n`,
    'headers {\n  ~x-key: {{process.env.OPENAI_API_KEY}}\n}\n',
    bruno,
  ],
  ['a.bru', `headers {\n  x-key: ${K}\n}\n`, /none above this file/],
  [
    'a.bru',
    `script:pre-request {\n  const a = '${K}';\n  f("${K}", 1);\n}\n`,
    'script:pre-request {\n  const a = bru.getProcessEnv("OPENAI_API_KEY");\n  f(bru.getProcessEnv("OPENAI_API_KEY"), 1);\n}\n',
    bruno,
  ],
  ['a.bru', `tests {\n  f({ "${K}": 1 });\n}\n`, /bru\.getProcessEnv/, bruno],
  ['a.bru', `tests {\n  f('="${K}",');\n}\n`, /bru\.getProcessEnv/, bruno],
  ['a.bru', `tests {\n  f("Bearer ${K}");\n}\n`, /bru\.getProcessEnv/, bruno],
  ['a.bru', `tests {\n  f(\`\n    = "${K}"\n  \`);\n}\n`, /bru\.getProcessEnv/, bruno],
  ['a.bru', `vars:post-response {\n  a: "${K}"\n}\n`, /bru\.getProcessEnv/, bruno],
  ['a.bru', `docs {\n  ${K}\n}\n`, /no variable in docs/, bruno],
  [
    'a.bru',
    `body:json {\n  { "a": {\n    "b": "${K}"\n  } }\n}\n`,
    'body:json {\n  { "a": {\n    "b": "{{process.env.OPENAI_API_KEY}}"\n  } }\n}\n',
    bruno,
  ],
  ['a.bru', `${K}\n`, /in no block/, bruno],
  // Task
  [
    'Taskfile.yml',
    `version: '3'\ndotenv: ['.env.local', '.env']\nenv: { A_KEY: ${K}, B: c }\ntasks: {}\n`,
    "version: '3'\ndotenv: ['.env.local', '.env']\nenv: { B: c }\ntasks: {}\n",
  ],
  [
    'Taskfile.yml',
    `version: '3'\ndotenv: ['.env.local']\nenv: { A_KEY: ${K}, B: c }\ntasks: {}\n`,
    "version: '3'\ndotenv: ['.env.local', .env]\nenv: { B: c }\ntasks: {}\n",
  ],
  [
    'Taskfile.yml',
    `version: '3'\ndotenv:\n  - .env.local # first\nenv: { A_KEY: ${K}, B: c }\n`,
    "version: '3'\ndotenv:\n  - .env.local # first\n  - .env\nenv: { B: c }\n",
  ],
  [
    'Taskfile.yml',
    `version: '3'\n\nenv:\n  A_KEY: ${K}\n  B: c\n`,
    "version: '3'\ndotenv:\n  - .env\n\nenv:\n  B: c\n",
  ],
  ['Taskfile.yml', `version: '2'\nenv: { A_KEY: ${K} }\n`, /from version 3/],
  ['api/Taskfile.yml', `version: '3'\nenv: { A_KEY: ${K} }\n`, /another one includes/],
  [
    'api/Taskfile.yml',
    `version: '3'\ndotenv: [.env]\nenv: { A_KEY: ${K}, B: c }\n`,
    "version: '3'\ndotenv: [.env]\nenv: { B: c }\n",
  ],
  [
    'Taskfile.yml',
    `version: '3'\nenv: { A_KEY: b }\ntasks:\n  a: { env: { A_KEY: ${K} } }\n`,
    /another place/,
  ],
  ['Taskfile.yml', `version: '3'\nvars: { OPENAI_API_KEY: b }\ntasks:\n  a: [curl ${K}]\n`, /another place/],
  ['Taskfile.yml', `version: '3'\nvars: { A: { value: ${K}, secret: true } }\n`, /hides the value/],
  ['Taskfile.yml', `version: '3'\nvars: { A: { sh: "curl ${K}" } }\n`, /before it has read/],
  ['Taskfile.yml', `version: '3'\nenv: { AUTH: "Bearer ${K}" }\n`, /only a part/],
  ['Taskfile.yml', `version: '3'\ntasks:\n  a: curl '${K} b'\n`, /single quotes/],
  ['Taskfile.yml', `version: '3'\ntasks:\n  a:\n    desc: ${K}\n`, /reads no variable there/],
  // Scripts of package.json
  ['package.json', script(`OPENAI_API_KEY=${K} python app.py`), /Nothing is known to read \.env for python/],
  ['package.json', script(`curl ${K}`), /gives to a program/],
  ['package.json', script(`export OPENAI_API_KEY=${K} && node a.js`), /gives to a program/],
  ['package.json', script(`MY_KEY=${K} node a.js`), /calls it MY_KEY/],
  ['package.json', script(`OPENAI_API_KEY=${K} node a.js $OPENAI_API_KEY`), /reads OPENAI_API_KEY itself/],
  ['package.json', script(`OPENAI_API_KEY=${K} node --env-file=.env.dev a.js`), /Nothing is known/],
  ['package.json', script(`OPENAI_API_KEY=${K} bun --no-env-file a.ts`), /Nothing is known/],
  ['package.json', script(`OPENAI_API_KEY=${K} bun run a.ts`), script('bun run a.ts')],
  [
    'package.json',
    script(`echo node a.js; OPENAI_API_KEY=${K} node a.js`),
    script('echo node a.js; node --env-file-if-exists=.env a.js'),
  ],
  ['package.json', script(`OPENAI_API_KEY=${K} node.exe a.js`), /cannot|Only|Nothing/],
  ['package.json', script(`OPENAI_API_KEY=${K} node a.js -- --env-file=.env`), /Nothing is known/],
  [
    'package.json',
    `{"engines":{"node":">=18"},"scripts":{"a":"OPENAI_API_KEY=${K} node a.js"}}`,
    /reads no env file/,
  ],
  ['package.json', `{"config":{"token":"${K}"}}`, /reads no variable there/],
];

const named: typeof cases = [
  ['Procfile', `web: ${G}=${K} node a\n`, /may be a key itself/],
  ['Procfile', `web: ${A}=${K} node a\n`, /may be a key itself/],
  ['Makefile', `${G} = ${K}\n`, /may be a key itself/],
  ['Makefile', `export ${A} := ${K}\n`, /may be a key itself/],
  ['Procfile', `web: ${A}="a $b" node a\n`, /where a name belongs/],
  ['Makefile', `${A} = Bearer a\n`, /where a name belongs/],
  ['Makefile', `define ${A}\nendef\n`, /where a name belongs/],
  ['justfile', `a:\n  ${A}=b c\n`, /where a name belongs/],
  ['justfile', `${G} := "${K}"\n`, /may be a key itself|Only a variable/],
  ['justfile', `${A} := "${K}"\n`, /may be a key itself|Only a variable/],
  ['a.bru', `headers {\n  ${G}: ${K}\n}\n`, /where a name belongs/, bruno],
];

describe('files of commands', () => {
  for (const [path, text, wanted, others = {}] of [...cases, ...named])
    it(`${path}: ${text.replaceAll(K, '«key»').slice(0, 90)}`, async () => {
      const workspace = new OverlayWorkspace(new MemoryWorkspace({ ...others, [path]: text }));
      const found = scanDocument({ path, text }).filter((one) => fixIdFor(one) === 'move-to-env');
      assert.ok(found.length > 0);
      const plan = await planMoveToEnv({ workspace, parsers }, { path, text }, found);
      if (wanted instanceof RegExp) {
        assert.ok(isRefusal(plan), 'not refused');
        assert.match(plan.refused, wanted);
        for (const part of [K, G, A].flatMap(secretParts)) assert.ok(!plan.refused.includes(part));
        return;
      }
      assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
      workspace.apply(plan.edits);
      const read = await workspace.read(path);
      assert.equal(read.kind === 'text' ? read.text : '', wanted);
      for (const note of plan.notes) for (const part of secretParts(K)) assert.ok(!note.includes(part));
      const isRead = /env|bun/i.test(wanted) || /\$/.test(wanted) || plan.notes.length > 0;
      assert.ok(isRead, 'somebody is told how the value is read');
    });

  const elsewhere: readonly (readonly [
    path: string,
    text: string,
    after: string | RegExp,
    envFile?: string,
  ])[] = [
    ['justfile', `a:\n  b ${K}\n`, 'set dotenv-filename := ".env.local"\n\na:\n  b "$OPENAI_API_KEY"\n'],
    ['justfile', `set dotenv-load\na:\n  b ${K}\n`, /just does not read \.env\.local here/],
    ['justfile', `a:\n  b ${K}\n`, /just does not read config\/\.env here/, 'config/.env'],
    ['Procfile', `web: a ${K}\n`, /reads \.env beside it/],
    ['a.bru', `headers {\n  a: ${K}\n}\n`, /no other env file/],
    ['Makefile', `a: ; b ${K}\n`, '-include .env.local\n\na: ; b $(OPENAI_API_KEY)\n'],
  ];
  for (const [path, text, wanted, value = '.env.local'] of elsewhere)
    it(`${path}, where the policy names ${value}: ${text.replaceAll(K, '«key»').slice(0, 60)}`, async () => {
      const workspace = new OverlayWorkspace(new MemoryWorkspace({ ...bruno, [path]: text }));
      const policy = { ...noPolicy, envFile: { value, at: '.keystow.json:1' } };
      const settings = { ...defaultSettings, policy };
      const plan = await planMoveToEnv(
        { workspace, parsers, settings },
        { path, text },
        scanDocument({ path, text }),
      );
      if (wanted instanceof RegExp) {
        assert.ok(isRefusal(plan), 'not refused');
        assert.match(plan.refused, wanted);
        return;
      }
      assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
      workspace.apply(plan.edits);
      const read = await workspace.read(path);
      assert.equal(read.kind === 'text' ? read.text : '', wanted);
    });

  it('justfiles take time by their length alone', () => {
    const start = performance.now();
    for (const open of ['"', "'", '`', '"""'])
      scanDocument({ path: 'justfile', text: `x_token := ${open}${'\\"'.repeat(200_000)}` });
    scanDocument({ path: 'justfile', text: `x_token := ${'(\n'.repeat(100_000)}` });
    assert.ok(performance.now() - start < 5000);
  });

  it('are read whatever is in them', () => {
    for (const path of ['Makefile', 'justfile', 'Procfile', 'a.bru'])
      for (const text of [
        `token ${'a: '.repeat(5000)}`,
        `token: ${'A=b '.repeat(5000)}`,
        `token {\n${'  a: b {\n'.repeat(3000)}`,
        `${'define token\n'.repeat(3000)}`,
        `A_KEY := ${'"'.repeat(20_000)}`,
        `A_KEY := ${"'a' ".repeat(5000)}`,
        `${'#token\\\n'.repeat(5000)}`,
      ])
        assert.deepEqual(scanDocument({ path, text }), [], path);
  });
});
