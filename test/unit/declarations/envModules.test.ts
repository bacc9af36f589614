import { type DeclaredCase, describeDeclared, type Files } from '../../support/declared';

const zod = (server: string, more = ''): string =>
  `import { z } from 'zod';\n\nexport const env = z.object({ ${server} }).parse(process.env);\n${more}`;
const t3 = (options: string): string =>
  `import { createEnv } from "@t3-oss/env-core";\nimport * as z from "zod/v4";\n\nexport const env = createEnv({ ${options} });\n`;
const strict: Files = {
  'tsconfig.json': '{"compilerOptions":{"strict":true}}',
  'package.json': '{"dependencies":{"next":"16"}}',
};

const used = "import { env } from './env';\n\nf(env.OPENAI_API_KEY);\n";

const cases: readonly DeclaredCase[] = [
  [
    'a comment alone between brackets, and one behind the last item',
    {
      'src/a.ts': 'f("K");\n',
      'src/env.ts': t3('server: { /* none */ }, runtimeEnv: {\n  A: process.env.A /* a */\n}'),
      ...strict,
    },
    {
      'src/a.ts': used,
      'src/env.ts': t3(
        'server: { /* none */ OPENAI_API_KEY: z.string().min(1) }, runtimeEnv: {\n  A: process.env.A, /* a */\n  OPENAI_API_KEY: process.env.OPENAI_API_KEY\n}',
      ),
    },
  ],
  [
    'a name that the module uses for something else is not imported',
    {
      'src/a.ts': 'f("K");\n',
      'src/env.ts':
        "import { cleanEnv } from 'envalid';\nconst str = 1;\nexport const env = cleanEnv(process.env, {});\n",
      ...strict,
    },
    /^(?!.*env\.ts)/,
  ],
  [
    'the import goes below the others, and its name is free',
    {
      'src/a.ts': "import x from './x';\n\nfunction f(env: X) { g(env, 'K'); }\n",
      'src/env.ts': zod(''),
      ...strict,
    },
    {
      'src/a.ts':
        "import x from './x';\nimport { env as projectEnv } from './env';\n\nfunction f(env: X) { g(env, projectEnv.OPENAI_API_KEY); }\n",
      'src/env.ts': zod('OPENAI_API_KEY: z.string().min(1)').replace('{ OPENAI', '{ OPENAI'),
    },
  ],
  [
    'what is imported is not imported again; a type is no value',
    {
      'src/a.ts': 'import { env } from "./env";\nimport type { Env } from "./env";\nf(env.A, "K", `x K`);\n',
      'src/env.ts': zod('A: z.string(),'),
      ...strict,
    },
    {
      'src/a.ts':
        'import { env } from "./env";\nimport type { Env } from "./env";\nf(env.A, env.OPENAI_API_KEY, `x ${env.OPENAI_API_KEY}`);\n',
      'src/env.ts': zod('A: z.string(), OPENAI_API_KEY: z.string()'),
    },
  ],
  [
    'a declared variable is used as it is',
    { 'src/a.ts': 'f("K");\n', 'src/env.ts': zod('OPENAI_API_KEY: z.string().startsWith("s")'), ...strict },
    { 'src/a.ts': "import { env } from './env';\n\nf(env.OPENAI_API_KEY);\n" },
  ],
  [
    'one that may be missing is asserted where it is needed',
    {
      'src/a.ts': 'f("K");\n',
      'src/env.ts': zod('OPENAI_API_KEY: z.string().optional()'),
      ...strict,
    },
    { 'src/a.ts': "import { env } from './env';\n\nf(env.OPENAI_API_KEY!);\n" },
  ],
  [
    'and not where the SDK takes it',
    {
      'src/a.ts': 'new OpenAI({ apiKey: "K" });\n',
      'src/env.ts': zod('OPENAI_API_KEY: z.string().optional()'),
      ...strict,
    },
    { 'src/a.ts': "import { env } from './env';\n\nnew OpenAI({ apiKey: env.OPENAI_API_KEY });\n" },
  ],
  [
    'a fallback goes, and its name is declared',
    { 'src/a.ts': 'const a = process.env.MY_KEY ?? "K";\n', 'src/env.ts': zod(''), ...strict },
    {
      'src/a.ts': "import { env } from './env';\n\nconst a = env.MY_KEY;\n",
      'src/env.ts': zod('MY_KEY: z.string().min(1)'),
    },
  ],
  [
    'a line that sets the variable goes, and nothing is declared',
    { 'src/a.ts': 'process.env.MY_KEY = "K";\nf();\n', 'src/env.ts': zod(''), ...strict },
    { 'src/a.ts': 'f();\n' },
  ],
  [
    'an alias of the other imports',
    {
      'src/server/a.ts': 'import { x } from "~/x";\nf("K");\n',
      'src/env.js': t3('server: {}, experimental__runtimeEnv: { NEXT_PUBLIC_A: process.env.NEXT_PUBLIC_A }'),
      'package.json': strict['package.json'] ?? '',
      'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"~/*":["src/*"]}}}',
    },
    {
      'src/server/a.ts': 'import { x } from "~/x";\nimport { env } from "~/env";\nf(env.OPENAI_API_KEY);\n',
      'src/env.js': t3(
        'server: { OPENAI_API_KEY: z.string().min(1) }, experimental__runtimeEnv: { NEXT_PUBLIC_A: process.env.NEXT_PUBLIC_A }',
      ),
    },
  ],
  [
    'runtimeEnvStrict lists by hand; without semicolons',
    {
      'a.ts': "import x from './x.ts'\nf('K')\n",
      'env.ts': t3('server: { A: z.string().min(1) }, runtimeEnvStrict: { A: process.env["A"] }'),
      ...strict,
    },
    {
      'a.ts': "import x from './x.ts'\nimport { env } from './env.ts'\nf(env.OPENAI_API_KEY)\n",
      'env.ts': t3(
        'server: { A: z.string().min(1), OPENAI_API_KEY: z.string().min(1) }, runtimeEnvStrict: { A: process.env["A"], OPENAI_API_KEY: process.env["OPENAI_API_KEY"] }',
      ),
    },
  ],
  [
    'the whole environment at run time is left',
    { 'a.ts': 'f("K");\n', 'env.ts': t3('server: { A: z.string() }, runtimeEnv: process.env'), ...strict },
    {
      'a.ts': "import { env } from './env';\n\nf(env.OPENAI_API_KEY);\n",
      'env.ts': t3('server: { A: z.string(), OPENAI_API_KEY: z.string() }, runtimeEnv: process.env'),
    },
  ],
  [
    'a checked schema; an export by list',
    {
      'a.ts': 'f("K");\n',
      'lib/env.ts':
        'import { z } from "zod";\nconst schema = z\n  .object({\n    A: z.string(),\n  })\n  .strict();\nconst e = schema.parse(process.env);\nexport { e as serverEnv };\n',
      ...strict,
    },
    {
      'a.ts': "import { serverEnv } from './lib/env';\n\nf(serverEnv.OPENAI_API_KEY);\n",
      'lib/env.ts':
        'import { z } from "zod";\nconst schema = z\n  .object({\n    A: z.string(),\n    OPENAI_API_KEY: z.string(),\n  })\n  .strict();\nconst e = schema.parse(process.env);\nexport { e as serverEnv };\n',
    },
  ],
  [
    'envalid by its own name, with the variables apart',
    {
      'a.ts': 'f("K");\n',
      'src/config/env.ts':
        'import * as envalid from "envalid";\nconst specs = {\n  A: envalid.str({ desc: "x" }), // a\n};\nexport default envalid.cleanEnv(process.env, specs);\n',
      ...strict,
    },
    {
      'a.ts': "import env from './src/config/env';\n\nf(env.OPENAI_API_KEY);\n",
      'src/config/env.ts':
        'import * as envalid from "envalid";\nconst specs = {\n  A: envalid.str({ desc: "x" }), // a\n  OPENAI_API_KEY: envalid.str(),\n};\nexport default envalid.cleanEnv(process.env, specs);\n',
    },
  ],
  [
    'in what a page does on the server',
    {
      'pages/a.tsx':
        "import x from '../x';\n\nexport const getServerSideProps = () => f('K');\n\nexport default function Page() {\n  return <p>{x}</p>;\n}\n",
      'src/env.ts': zod('A: z.string()'),
      ...strict,
    },
    {
      'pages/a.tsx':
        "import x from '../x';\nimport { env } from '../src/env';\n\nexport const getServerSideProps = () => f(env.OPENAI_API_KEY);\n\nexport default function Page() {\n  return <p>{x}</p>;\n}\n",
      'src/env.ts': zod('A: z.string(), OPENAI_API_KEY: z.string()'),
    },
  ],
];

const plain: readonly DeclaredCase[] = [
  [
    'a schema that is not known',
    { 'src/env.ts': 'export const env = check({ A: 1 }).parse(process.env);\n' },
  ],
  [
    'another use of zod',
    { 'src/env.ts': "import { z } from 'zod';\nexport const user = z.object({}).parse(body);\n" },
  ],
  ['nothing is exported', { 'src/env.ts': zod('').replace('export ', '') }],
  ['only for the browser', { 'src/env.ts': zod('').replace('env =', 'clientEnv =') }],
  ['broken code', { 'src/env.ts': zod('A: z.string(') }],
  ['it imports this file', { 'src/env.ts': `import './a';\n${zod('')}` }],
].map(([title, files]) => [
  `by the usual lookup: ${String(title)}`,
  {
    'src/a.js': 'export const a = "K";\n',
    'package.json': '{"dependencies":{"next":"16"}}',
    ...(files as Files),
  },
  { 'src/a.js': 'export const a = process.env.OPENAI_API_KEY;\n' },
]);

const other: readonly DeclaredCase[] = [
  [
    'CommonJS keeps its lookup',
    { 'a.js': 'const x = require("x");\nx("K");\n', 'env.js': zod('') },
    { 'a.js': 'const x = require("x");\nx(process.env.OPENAI_API_KEY);\n' },
  ],
  [
    'a configuration keeps its lookup',
    { 'drizzle.config.ts': 'export default { url: "K" };\n', 'src/env.ts': zod('') },
    { 'drizzle.config.ts': 'export default { url: process.env.OPENAI_API_KEY };\n' },
  ],
  [
    'the module itself keeps its lookup',
    { 'src/env.ts': zod('A: z.string().default("K")') },
    { 'src/env.ts': zod('A: z.string().default(process.env.OPENAI_API_KEY)') },
  ],
  [
    'refused where the browser gets the variable',
    {
      'a.ts': 'f("K");\n',
      'env.ts': t3('server: {}, shared: { OPENAI_API_KEY: z.string() }, runtimeEnv: process.env'),
    },
    /^env\.ts declares OPENAI_API_KEY as public/,
  ],
  [
    'refused where the module is read-only',
    { 'a.ts': 'f("K");\n', 'env.ts': zod('') },
    /^env\.ts is read-only, and OPENAI_API_KEY has to be declared there\.$/,
    { readOnly: ['env.ts'] },
  ],
  [
    'refused where the name means something else',
    { 'a.ts': "import { env } from './env';\nfunction f(env) { g('K'); }\n", 'env.ts': zod('') },
    /^The name env means something else here/,
  ],
];

describeDeclared('variables of an env module', [...cases, ...plain, ...other]);
