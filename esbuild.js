// Builds dist/: the extension for desktop and browser, and the CLI. `--watch` rebuilds.
// A wrong import does not build: the CLI has no `vscode`, the browser bundle no Node built-ins.
const { rmSync } = require('node:fs');
const esbuild = require('esbuild');
const { version } = require('./package.json');

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
  define: { KEYSTOW_VERSION: JSON.stringify(version) },
};

/** Built-ins that dotenv names for reading files, which nothing here asks it to do. */
const unusedBuiltIns = {
  name: 'unused-built-ins',
  setup(build) {
    build.onResolve({ filter: /^(?:fs|path|os|url)$/ }, ({ path, importer }) =>
      /[\\/]node_modules[\\/]dotenv[\\/]/.test(importer) ? { path, namespace: 'unused-built-in' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'unused-built-in' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/** The CLI's entry is a file of its own, so that `--version` loads nothing else. */
const separateStart = {
  name: 'separate-start',
  setup(build) {
    build.onResolve({ filter: /^\.\/start$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './cli-start.js', external: true } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.node.ts' },
    outdir: 'dist',
    platform: 'node',
    external: ['vscode'],
    plugins: [unusedBuiltIns],
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
    ...common,
    entryPoints: { cli: 'src/cli/main.ts', 'cli-start': 'src/cli/start.ts' },
    outdir: 'dist',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [separateStart, unusedBuiltIns],
  },
];

async function main() {
  rmSync('dist', { recursive: true, force: true });
  for (const options of targets) {
    if (watch) await (await esbuild.context(options)).watch();
    else await esbuild.build(options);
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
