import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const before = 'export const ask = (text) => send("«openai-project-key»", text);\n';
const moved = 'export const ask = (text) => send(process.env.OPENAI_API_KEY, text);\n';
const chat = "'use client';\n";
const manifest = '{"dependencies":{"next":"16"}}';

/** The other files of the project, and which of them takes the program to the browser. */
const casesOf = (
  projects: readonly (readonly [files: Readonly<Record<string, string>>, importer?: string])[],
): readonly RewriteCase[] =>
  projects.map(([files, importer]) => [
    before,
    importer === undefined
      ? moved
      : new RegExp(`^${importer.replaceAll(/[.[\]]/g, '\\$&')} imports this code and runs in the browser`),
    { 'package.json': manifest, ...files },
  ]);

describeRewrites(
  'what a client component of Next.js imports',
  'lib/openai.js',
  casesOf([
    [{ 'components/chat.js': `${chat}import { ask } from '../lib/openai';\n` }, 'components/chat.js'],
    [
      { 'components/chat.js': `${chat}import {\n  ask,\n  type A,\n} from "../lib/openai";\n` },
      'components/chat.js',
    ],
    [{ 'components/chat.js': `${chat}const l = await import('../lib/openai');\n` }, 'components/chat.js'],
    [{ 'components/chat.js': `${chat}const l = require("../lib/openai.js");\n` }, 'components/chat.js'],
    // Through others, in a circle too.
    [
      {
        'lib/index.js': "export * from './openai';\nimport './other';\n",
        'lib/other.js': "import './index';\n",
        'components/chat.js': `${chat}import { ask } from '../lib';\n`,
      },
      'components/chat.js',
    ],
    // As the configuration of the compiler names it.
    [
      {
        'jsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./*"]}}}',
        'components/chat.js': `${chat}import { ask } from '@/lib/openai';\n`,
      },
      'components/chat.js',
    ],
    [{ 'pages/[id].js': "import { ask } from '../lib/openai';\n" }, 'pages/[id].js'],
  ]),
);

describeRewrites(
  'what stays on the server of Next.js',
  'lib/openai.js',
  casesOf([
    [{}],
    [{ 'app/api/a/route.js': "import { ask } from '../../../lib/openai';\n" }],
    [{ 'app/page.js': "import { ask } from '../lib/openai';\n", 'components/chat.js': chat }],
    // Actions are called over the network.
    [
      {
        'app/actions.js': "'use server';\nimport { ask } from '../lib/openai';\n",
        'components/chat.js': `${chat}import { act } from '../app/actions';\n`,
      },
    ],
    [{ 'components/chat.js': `${chat}import type { Ask } from '../lib/openai';\n` }],
    [{ 'components/chat.js': `${chat}import { type Ask, type B as C } from '../lib/openai';\n` }],
    [{ 'components/chat.js': `${chat}import { ask } from '../server/openai';\n` }],
    [{ 'components/chat.js': `${chat}// import { ask } from '../lib/openai';\nf('../lib/openai');\n` }],
    [{ 'node_modules/a/chat.js': `${chat}import { ask } from '../../lib/openai';\n` }],
    // A build takes out what only these functions use.
    [
      {
        'pages/a.js':
          "import { ask } from '../lib/openai';\nexport const getServerSideProps = () => ask();\nexport default () => 1;\n",
      },
    ],
  ]),
);

describeRewrites('a module beside the pages of the app', 'app/lib/openai.js', [
  ...casesOf([
    [{ 'app/chat.js': `${chat}import { ask } from './lib/openai';\n` }, 'app/chat.js'],
    [{ 'app/page.js': "import { ask } from './lib/openai';\n" }],
  ]),
]);

describeRewrites('a route, whoever imports it', 'app/api/a/route.js', [
  ...casesOf([[{ 'components/chat.js': `${chat}import { ask } from '../app/api/a/route';\n` }]]),
]);
