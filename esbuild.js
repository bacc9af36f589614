// Builds dist/: the extension for desktop and browser, and the CLI. `--watch` rebuilds.
// A wrong import does not build: the CLI has no `vscode`, the browser bundle no Node built-ins.
const { copyFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { version } = require('./package.json');
const grammars = require('./scripts/grammars.json');
const { notices, packagesIn } = require('./scripts/notices');

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: !watch,
  legalComments: 'none',
  logLevel: watch ? 'info' : 'warning', // the watch task waits for what `info` says
  sourcemap: watch ? 'inline' : false,
  alias: {
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js', // its main file hides what it requires
    // Its ES module asks for its own address, which a bundle in CommonJS does not have.
    'web-tree-sitter': path.resolve('node_modules/web-tree-sitter/web-tree-sitter.cjs'),
  },
  define: { KEYSTOW_VERSION: JSON.stringify(version) },
};

/** Built-ins that dotenv and web-tree-sitter name for reading files, which nothing here asks them to do. */
const unusedBuiltIns = {
  name: 'unused-built-ins',
  setup(build) {
    build.onResolve({ filter: /^(?:fs|fs\/promises|path|os|url|module)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/](?:dotenv|web-tree-sitter)[\\/]/.test(importer)
        ? { path, namespace: 'unused-built-in' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused-built-in' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/**
 * What Node loads only when it is needed is a file of its own, by module name: so `--version` and the start of the
 * editor cost little. The browser's extension host takes a single file.
 */
const lazy = {
  extension: { 'main.node': 'src/main.node.ts' },
  cli: {
    start: 'src/cli/start.ts',
    stagedGate: 'src/cli/stagedGate.ts',
    hookPolicy: 'src/cli/hookPolicy.ts',
    hookRun: 'src/cli/hookRun.ts',
    commits: 'src/git/commits.ts',
  },
  engine: {
    l10n: 'src/engine/text/l10n.ts',
    ...Object.fromEntries(
      readdirSync('src/engine/languages')
        .filter((name) => name.endsWith('Rewriter.ts'))
        .map((name) => [path.basename(name, '.ts'), `src/engine/languages/${name}`]),
    ),
    treeSitter: 'src/engine/syntax/treeSitter.ts',
    guard: 'src/guard/guard.ts',
    parsePolicy: 'src/engine/policy/parsePolicy.ts',
    joinJob: 'src/engine/ci/joinJob.ts',
    linearPattern: 'src/engine/policy/linearPattern.ts',
  },
};

const separateChunks = {
  name: 'separate-chunks',
  setup(build) {
    const names = Object.values(lazy).flatMap(Object.keys);
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, path: imported }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.basename(imported);
      if (!names.includes(name))
        return { errors: [{ text: `name ${name} among the lazy files in esbuild.js` }] };
      return { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * Libraries that few files need are files of their own too, each read when something of it is used: the code imports
 * them as ever, and what it imports are getters.
 */
const seldomUsed = [
  'diff',
  'dockerfile-ast',
  'dotenv',
  'ignore',
  'jsonc-parser',
  'minimatch',
  'saxes',
  'toml-eslint-parser',
  'yaml',
];

const lazyLibraries = {
  name: 'lazy-libraries',
  setup(build) {
    const filter = new RegExp(`^(?:${seldomUsed.join('|')})(?:/|$)`);
    build.onResolve({ filter }, ({ kind, importer, path: imported }) => {
      if (kind === 'entry-point' || importer.includes('node_modules')) return undefined;
      return { path: imported.split('/')[0], namespace: 'lazy-library' };
    });
    build.onResolve({ filter: /^\.\/.*\.js$/, namespace: 'lazy-library' }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'lazy-library' }, async ({ path: name }) => {
      const getters = Object.keys(await import(name))
        .filter((one) => one !== '__esModule')
        .map((one) => {
          const value =
            one === 'default' ? 'all.__esModule ? all.default : all' : `all[${JSON.stringify(one)}]`;
          return `get ${JSON.stringify(one)}() { const all = require('./${name}.js'); return ${value}; }`;
        });
      return { contents: `module.exports = { __esModule: true, ${getters.join(', ')} };` };
    });
  },
};

/** The language is set once and asked by every file: what Node loads has this module once too. */
const oneLanguage = {
  name: 'one-language',
  setup(build) {
    build.onResolve({ filter: /\/l10n$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './l10n.js', external: true, sideEffects: false },
    );
  },
};

/** What is known of keys and rules as data, where a hook would load all that it is taken from. */
const knowledge = ['scan/keyForms', 'filter/tables', 'knownNames', 'hygiene/offRules'];

const asData = {
  name: 'as-data',
  setup(build) {
    const filter = new RegExp(
      `[\\\\/]engine[\\\\/](?:${knowledge.join('|').replaceAll('/', '[\\\\/]')})\\.ts$`,
    );
    build.onLoad({ filter }, async ({ path: file }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [file],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
        packages: 'external',
      });
      const evaluated = { exports: {} };
      new Function('module', 'require', outputFiles[0].text)(evaluated, require);
      // A long text of JSON is read faster than the same as code.
      const made = Object.entries(evaluated.exports).map(
        ([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
      );
      return { contents: made.join('\n'), loader: 'js' };
    });
  },
};

/**
 * With `import()` Node would start its loader of ES modules and read each file for names that it exports, which takes
 * longer than running it: these files are loaded with `require`.
 * @type {import('esbuild').BuildOptions}
 */
const node = {
  ...common,
  outdir: 'dist',
  platform: 'node',
  supported: { 'dynamic-import': false },
  plugins: [separateChunks, oneLanguage, lazyLibraries, asData, unusedBuiltIns],
};

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...node,
    entryPoints: {
      extension: 'src/extension.node.ts',
      glanceWorker: 'src/platform/glanceWorker.node.ts', // a thread's
      ...lazy.extension,
    },
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { 'extension.web': 'src/extension.web.ts' },
    outdir: 'dist',
    platform: 'browser',
    external: ['vscode'],
    inject: ['src/platform/buffer.web.ts'],
    plugins: [asData, unusedBuiltIns],
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', ...lazy.cli },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: { ...lazy.engine, ...Object.fromEntries(seldomUsed.map((name) => [name, name])) } },
];

/** The parser and its grammars, by the package that ships each; read at the first fix in a language. */
const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  ...Object.entries(grammars).flatMap(([folder, names]) =>
    names.map((name) => `${folder}/tree-sitter-${name}.wasm`),
  ),
];

async function main() {
  // Loaded before anything asks for them: a module of ES that two plugins load at once cannot be required.
  for (const name of seldomUsed) await import(name);
  rmSync('dist', { recursive: true, force: true });
  const bundled = wasmFiles.map((file) => `node_modules/${file}`);
  for (const options of targets) {
    if (watch) await (await esbuild.context(options)).watch();
    else {
      const { metafile } = await esbuild.build({ ...options, metafile: true });
      bundled.push(...Object.keys(metafile.inputs));
    }
  }
  const packages = packagesIn(bundled);
  writeFileSync('dist/ThirdPartyNotices.txt', notices(packages));
  writeFileSync('dist/packages.json', JSON.stringify(packages)); // for scripts/sbom.ts; in no package
  copyFileSync('src/guard/guard.sh', 'dist/guard.sh');
  for (const file of wasmFiles)
    copyFileSync(path.join('node_modules', file), path.join('dist', path.basename(file)));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
