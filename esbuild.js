// Builds dist/: the extension for desktop and browser, and the CLI. `--watch` rebuilds.
// A wrong import does not build: the CLI has no `vscode`, the browser bundle no Node built-ins.
const { copyFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { version } = require('./package.json');
const grammars = require('./scripts/grammars.json');
const { notices } = require('./scripts/notices');

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
  cli: { start: 'src/cli/start.ts' },
  engine: {
    ...Object.fromEntries(
      readdirSync('src/engine/languages')
        .filter((name) => name.endsWith('Rewriter.ts'))
        .map((name) => [path.basename(name, '.ts'), `src/engine/languages/${name}`]),
    ),
    treeSitter: 'src/engine/syntax/treeSitter.ts',
    parsePolicy: 'src/engine/policy/parsePolicy.ts',
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

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, outdir: 'dist', platform: 'node', plugins: [separateChunks, unusedBuiltIns] };

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...node,
    entryPoints: { extension: 'src/extension.node.ts', ...lazy.extension },
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { 'extension.web': 'src/extension.web.ts' },
    outdir: 'dist',
    platform: 'browser',
    external: ['vscode'],
    inject: ['src/platform/buffer.web.ts'],
    plugins: [unusedBuiltIns],
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', ...lazy.cli },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: lazy.engine },
];

/** The parser and its grammars, by the package that ships each; read at the first fix in a language. */
const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  ...Object.entries(grammars).flatMap(([folder, names]) =>
    names.map((name) => `${folder}/tree-sitter-${name}.wasm`),
  ),
];

async function main() {
  rmSync('dist', { recursive: true, force: true });
  const bundled = wasmFiles.map((file) => `node_modules/${file}`);
  for (const options of targets) {
    if (watch) await (await esbuild.context(options)).watch();
    else {
      const { metafile } = await esbuild.build({ ...options, metafile: true });
      bundled.push(...Object.keys(metafile.inputs));
    }
  }
  writeFileSync('dist/ThirdPartyNotices.txt', notices(bundled));
  for (const file of wasmFiles)
    copyFileSync(path.join('node_modules', file), path.join('dist', path.basename(file)));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
