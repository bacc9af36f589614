import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'process.env.OPENAI_API_KEY';
const next = { 'package.json': '{"dependencies":{"next":"16"}}' };
const router = { 'package.json': '{"devDependencies":{"@react-router/dev":"7"}}' };
const page = 'export default function Page() { return <p>x</p>; }\n';

/** A program with K where the key stands; without the text it becomes, the lookup stands there then. */
type Part = readonly [text: string, reason?: RegExp];

const casesOf = (parts: readonly Part[], files: Record<string, string>): readonly RewriteCase[] =>
  parts.map(([text, reason]) => [
    text.replaceAll('K', JSON.stringify(key)),
    reason ?? text.replaceAll('K', read),
    files,
  ]);

describeRewrites(
  'pages of Next.js',
  'pages/a.tsx',
  casesOf(
    [
      [`export async function getServerSideProps() { return f(K); }\n${page}`],
      [`export const getStaticProps: GetStaticProps = async () => f(K);\n${page}`],
      [`export const getStaticPaths = wrap(async () => ({ paths: f(K) }));\n${page}`],
      [`const load = async () => f(K);\nexport { load as getServerSideProps };\n${page}`],
      // A constant that only they use goes with them.
      [`const k = K;\nexport async function getServerSideProps() { return f({ k }); }\n${page}`],
      [
        `const k = K;\nconst c = new Client({ k });\nexport async function getServerSideProps() { return c.f(); }\n${page}`,
      ],
      [
        `const k = K;\nexport async function getServerSideProps() { return f(k); }\nexport default () => <p>{k}</p>;\n`,
        /^k is used outside of the code that only the server runs/,
      ],
      [
        `const k = K;\nconst c = f(k);\nexport const getServerSideProps = () => f(c);\nexport default () => <p>{c}</p>;\n`,
        /^k is used outside/,
      ],
      [`export const k = K;\nexport const getServerSideProps = () => f(k);\n${page}`, /browser/],
      [`export const getServerSideProps = () => f();\nexport default () => <p>{f(K)}</p>;\n`, /browser/],
      [`f(K);\nexport const getServerSideProps = () => f();\n${page}`, /browser/],
      [`export const getInitialProps = () => f(K);\n${page}`, /browser/],
      [`export const getServerSideProps = () => f(K);\n${page}`],
    ],
    next,
  ),
);

describeRewrites(
  'the app router of Next.js',
  'app/a/page.tsx',
  casesOf(
    [
      [`export async function generateMetadata() { return f(K); }\n${page}`],
      [`'use client';\nexport async function f() { 'use server'; return g(K); }\n`, /browser/],
    ],
    next,
  ),
);

describeRewrites(
  'functions that say "use server"',
  'src/forms.tsx',
  casesOf(
    [
      [`async function save() { "use server"; await f(K); }\n${page}`],
      [`const save = async () => { 'use strict'; 'use server'; await f(K); };\n${page}`],
      [`async function save() { f(); "use server"; await f(K); }\n${page}`, /browser/],
      [`const k = K;\nasync function save() { "use server"; await f(k); }\n${page}`, /browser/],
    ],
    next,
  ),
);

describeRewrites(
  'route modules of React Router',
  'app/routes/a.tsx',
  casesOf(
    [
      [`export async function loader({ request }) { return f(K); }\n${page}`],
      [`export const action = async () => f(K);\n${page}`],
      [`export async function clientLoader() { return f(K); }\n${page}`, /browser/],
      [`function loader() { return f(K); }\n${page}`, /browser/],
    ],
    router,
  ),
);

describeRewrites('SvelteKit', 'src/routes/+page.server.ts', [
  [
    `export const load = () => f("${key}");\n`,
    "import { OPENAI_API_KEY } from '$env/static/private';\n\nexport const load = () => f(OPENAI_API_KEY);\n",
    { 'package.json': '{"devDependencies":{"@sveltejs/kit":"2"}}' },
  ],
]);

describeRewrites('what ships', 'src/a.ts', [
  [`f("${key}");\n`, /^This code ships in the app,/, { 'package.json': '{"dependencies":{"expo":"54"}}' }],
  [
    `f("${key}");\n`,
    /^This code ships in the app,/,
    { 'package.json': '{"dependencies":{"react-native":"1"}}' },
  ],
  [
    `f("${key}");\n`,
    /^This code ships in the desktop app/,
    { 'package.json': '{"devDependencies":{"electron":"38"}}' },
  ],
  [`f("${key}");\n`, /^This code ships in the extension/, { 'manifest.json': '{"manifest_version":3}' }],
]);

describeRewrites(
  'the frontmatter of Astro',
  'src/pages/a.astro',
  (
    [
      [
        `---\nimport A from './A.astro';\nconst a = f("${key}");\n---\n<A a={a} />\n`,
        "---\nimport A from './A.astro';\nconst a = f(import.meta.env.OPENAI_API_KEY);\n---\n<A a={a} />\n",
      ],
      [
        `---\r\nif (x) return f("${key}");\r\n---\r\n<p>é</p>\r\n`,
        '---\r\nif (x) return f(import.meta.env.OPENAI_API_KEY);\r\n---\r\n<p>é</p>\r\n',
      ],
      [`---\nf();\n---\n<script>f("${key}")</script>\n`, /outside of the frontmatter/],
      [`<p>\n---\n{f("${key}")}\n---\n</p>\n`, /outside of the frontmatter/],
      [`---\nf("${key}");\n`, /outside of the frontmatter/],
    ] satisfies readonly RewriteCase[]
  ).map(([before, after]) => [before, after, { 'package.json': '{"dependencies":{"astro":"5"}}' }]),
);
