import { type DeclaredCase, describeDeclared, type Files } from '../../support/declared';

const manifest = (name: string, version: string, key = 'dependencies'): Files => ({
  'package.json': JSON.stringify({ [key]: { [name]: version } }),
  'tsconfig.json': '{"extends":"./.base/tsconfig.json"}',
});

const inNuxt = manifest('nuxt', '4.0.0');
const route = 'export default defineEventHandler(() => f("K"));\n';
const routeAfter = 'export default defineEventHandler(() => f(useRuntimeConfig().openaiApiKey));\n';

const nuxt: readonly DeclaredCase[] = [
  [
    'a key of the server is declared with the others',
    {
      'server/api/a.ts': route,
      'nuxt.config.ts':
        "export default defineNuxtConfig({\n  runtimeConfig: {\n    dbUrl: '', // db\n    public: { base: '/' },\n  },\n});\n",
      ...inNuxt,
    },
    {
      'server/api/a.ts': routeAfter,
      'nuxt.config.ts':
        "export default defineNuxtConfig({\n  runtimeConfig: {\n    dbUrl: '', // db\n    public: { base: '/' },\n    openaiApiKey: '',\n  },\n});\n",
    },
  ],
  [
    'the list is made where it is missing',
    {
      'server/api/a.ts': route,
      'nuxt.config.ts': 'export default defineNuxtConfig({\n\tssr: true,\n\tmodules: ["x"]\n})\n',
      ...inNuxt,
    },
    {
      'server/api/a.ts': routeAfter,
      'nuxt.config.ts':
        'export default defineNuxtConfig({\n\tssr: true,\n\tmodules: ["x"],\n\truntimeConfig: {\n\t\topenaiApiKey: "",\n\t}\n})\n',
    },
  ],
  [
    'in an empty configuration',
    { 'server/a.js': 'export const a = `x K`;\n', 'nuxt.config.js': 'export default {}\n', ...inNuxt },
    {
      'server/a.js': 'export const a = `x ${useRuntimeConfig().openaiApiKey}`;\n',
      'nuxt.config.js': 'export default { runtimeConfig: { openaiApiKey: "" } }\n',
    },
  ],
  [
    'declared already, and imported where nothing is by itself',
    {
      'server/api/a.ts': route,
      'nuxt.config.ts':
        "export default defineNuxtConfig({ imports: { autoImport: false }, runtimeConfig: { openaiApiKey: '' } });\n",
      ...inNuxt,
    },
    { 'server/api/a.ts': `import { useRuntimeConfig } from '#imports';\n\n${routeAfter}` },
  ],
  [
    'a name that the code reads already stays',
    {
      'server/a.js': 'export const a = process.env.MY_KEY || "K";\n',
      'nuxt.config.ts': 'export default defineNuxtConfig({});\n',
      ...inNuxt,
    },
    { 'server/a.js': 'export const a = process.env.MY_KEY;\n' },
  ],
  [
    'a configuration that cannot be read',
    {
      'server/a.js': 'export const a = "K";\n',
      'nuxt.config.ts': 'export default make(() => 1);\n',
      ...inNuxt,
    },
    { 'server/a.js': 'export const a = process.env.OPENAI_API_KEY;\n' },
  ],
  [
    'read-only',
    { 'server/a.js': 'f("K");\n', 'nuxt.config.ts': 'export default defineNuxtConfig({});\n', ...inNuxt },
    /^nuxt\.config\.ts is read-only/,
    { readOnly: ['nuxt.config.ts'] },
  ],
  [
    'another meaning of the name',
    {
      'server/a.js': 'const f = (useRuntimeConfig) => "K";\n',
      'nuxt.config.ts': 'export default defineNuxtConfig({});\n',
      ...inNuxt,
    },
    /^The name useRuntimeConfig means something else here/,
  ],
  [
    'the browser gets no key',
    { 'app/a.ts': 'f("K");\n', 'nuxt.config.ts': 'export default defineNuxtConfig({});\n', ...inNuxt },
    /browser/,
  ],
];

const inKit = manifest('@sveltejs/kit', '^3.0.0', 'devDependencies');
const env = (inside: string): string =>
  `import { defineEnvVars } from '@sveltejs/kit/env';\n\nexport const variables = defineEnvVars({${inside}});\n`;

const svelteKit: readonly DeclaredCase[] = [
  [
    'the file is made where it is missing',
    { 'src/routes/+server.ts': "import x from 'y';\n\nf('K');\n", ...inKit },
    {
      'src/env.ts': env('\n  OPENAI_API_KEY: {}\n'),
      'src/routes/+server.ts':
        "import x from 'y';\nimport { OPENAI_API_KEY } from '$app/env/private';\n\nf(OPENAI_API_KEY);\n",
    },
  ],
  [
    'a variable of that name keeps it',
    {
      'src/lib/server/a.js': "import { A } from '$app/env/private';\n\nconst OPENAI_API_KEY = 'K';\n",
      'src/env.js': env('\n\tA: { description: "x" },\n'),
      ...inKit,
    },
    {
      'src/env.js': env('\n\tA: { description: "x" },\n\tOPENAI_API_KEY: {},\n'),
      'src/lib/server/a.js':
        "import { A, OPENAI_API_KEY as openaiApiKey } from '$app/env/private';\n\nconst OPENAI_API_KEY = openaiApiKey;\n",
    },
  ],
  [
    'version 2 where it asks for it; declared already',
    {
      'src/hooks.server.ts': "f('K');\n",
      'src/env.ts': env(' OPENAI_API_KEY: {} '),
      'svelte.config.js':
        'export default { kit: { experimental: { explicitEnvironmentVariables: true } } };\n',
      ...manifest('@sveltejs/kit', '^2.62.0'),
    },
    {
      'src/hooks.server.ts': "import { OPENAI_API_KEY } from '$app/env/private';\n\nf(OPENAI_API_KEY);\n",
    },
  ],
  [
    'version 2 by itself; a variable of that name',
    {
      'src/hooks.server.js': "const OPENAI_API_KEY = 'K', openaiApiKey = 1;\n",
      ...manifest('@sveltejs/kit', '^2.62.0'),
    },
    {
      'src/hooks.server.js':
        "import { OPENAI_API_KEY as openaiApiKeyFromEnv } from '$env/static/private';\n\nconst OPENAI_API_KEY = openaiApiKeyFromEnv, openaiApiKey = 1;\n",
    },
  ],
  [
    'refused where it is public',
    { 'src/hooks.server.ts': "f('K');\n", 'src/env.ts': env(' OPENAI_API_KEY: { public: true } '), ...inKit },
    /^src\/env\.ts declares OPENAI_API_KEY as public/,
  ],
  [
    'refused where the file cannot be read',
    { 'src/hooks.server.ts': "f('K');\n", 'src/env.ts': 'export const variables = load();\n', ...inKit },
    /^src\/env\.ts declares its variables in a form that Keystow does not read/,
  ],
  [
    'refused where the file is read-only',
    { 'src/hooks.server.ts': "f('K');\n", 'src/env.ts': env(''), ...inKit },
    /^src\/env\.ts is read-only/,
    { readOnly: ['src/env.ts'] },
  ],
];

const inAstro = manifest('astro', '5');
const config = (imported: string, inside: string): string =>
  `import { ${imported} } from "astro/config";\n\nexport default defineConfig({\n  env: {\n    schema: {${inside}},\n  },\n});\n`;

const astro: readonly DeclaredCase[] = [
  [
    'the field is declared as a secret of the server',
    {
      'src/pages/a.ts': 'f("K");\n',
      'astro.config.mjs': config('defineConfig', ''),
      ...inAstro,
    },
    {
      'src/pages/a.ts': "import { OPENAI_API_KEY } from 'astro:env/server';\n\nf(OPENAI_API_KEY);\n",
      'astro.config.mjs': config(
        'defineConfig, envField',
        ' OPENAI_API_KEY: envField.string({ context: "server", access: "secret" }) ',
      ),
    },
  ],
  [
    'in the frontmatter of a page',
    {
      'src/pages/index.astro': '---\nimport X from "../x";\nconst a = await f("K");\n---\n<X a={a} />\n',
      'astro.config.mjs': config('defineConfig, envField', ' A: envField.number() '),
      ...inAstro,
    },
    {
      'src/pages/index.astro':
        '---\nimport X from "../x";\nimport { OPENAI_API_KEY } from "astro:env/server";\nconst a = await f(OPENAI_API_KEY);\n---\n<X a={a} />\n',
      'astro.config.mjs': config(
        'defineConfig, envField',
        ' A: envField.number(), OPENAI_API_KEY: envField.string({ context: "server", access: "secret" }) ',
      ),
    },
  ],
  [
    'beside others; one that may be missing is asserted',
    {
      'src/pages/a.ts': 'f("K");\n',
      'astro.config.ts': config(
        'defineConfig, envField',
        '\n      OPENAI_API_KEY: envField.string({ context: "server", access: "secret", optional: true }),\n    ',
      ),
      ...inAstro,
    },
    { 'src/pages/a.ts': "import { OPENAI_API_KEY } from 'astro:env/server';\n\nf(OPENAI_API_KEY!);\n" },
  ],
  [
    'without a schema: as before',
    {
      'src/pages/a.ts': 'f("K");\n',
      'astro.config.mjs': 'export default {};\n',
      ...inAstro,
    },
    { 'src/pages/a.ts': 'f(import.meta.env.OPENAI_API_KEY);\n' },
  ],
  [
    'refused where it is public',
    {
      'src/pages/a.ts': 'f("K");\n',
      'astro.config.mjs': config(
        'defineConfig, envField',
        ' OPENAI_API_KEY: envField.string({ context: "client", access: "public" }) ',
      ),
      ...inAstro,
    },
    /^astro\.config\.mjs declares OPENAI_API_KEY as public/,
  ],
  [
    'refused where it is read-only',
    { 'src/pages/a.ts': 'f("K");\n', 'astro.config.mjs': config('defineConfig', ''), ...inAstro },
    /^astro\.config\.mjs is read-only/,
    { readOnly: ['astro.config.mjs'] },
  ],
];

describeDeclared("Nuxt's runtimeConfig", nuxt);
describeDeclared("SvelteKit's explicit variables", svelteKit);
describeDeclared("Astro's schema", astro);
