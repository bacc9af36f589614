import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './host/setup';

/** A suite that runs inside VS Code, as one file. */
export interface TestBundle {
  /** Folders below `test` whose `*.test.ts` run. */
  readonly folders: readonly string[];
  readonly host: 'node' | 'browser';
  /** Where the suite reports to; see `openBridge`. */
  readonly reportTo: string;
  readonly outfile: string;
}

const testsIn = (folder: string): readonly string[] =>
  readdirSync(path.join(root, 'test', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(root, 'test', folder, file))
    .sort();

/** `import 'tests'` loads every test file of the suite. */
const testFiles = (folders: readonly string[]): esbuild.Plugin => ({
  name: 'test-files',
  setup(build) {
    build.onResolve({ filter: /^tests$/ }, () => ({ path: 'tests', namespace: 'tests' }));
    build.onLoad({ filter: /.*/, namespace: 'tests' }, () => ({
      contents: folders
        .flatMap(testsIn)
        .map((file) => `import ${JSON.stringify(file)};`)
        .join('\n'),
      resolveDir: root,
    }));
  },
});

/** In the browser there are no files: the fixtures' texts are built in, `node:assert` is the npm package's. */
const inBrowser: esbuild.Plugin = {
  name: 'in-browser',
  setup(build) {
    const fixtures = path.join(root, 'test/fixtures');
    build.onLoad({ filter: /[\\/]test[\\/]support[\\/]fixtures\.ts$/ }, () => {
      const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => ({
          path: file.split(path.sep).join('/'),
          text: readFileSync(path.join(fixtures, file), 'utf8'),
        }));
      return { contents: `export const fixtures = ${JSON.stringify(files)};` };
    });
    build.onResolve({ filter: /^node:assert\/strict$/ }, () => ({
      path: path.join(root, 'test/support/assert.web.ts'),
    }));
    build.onResolve({ filter: /(?:^\.|[\\/]support)[\\/]parsers$/ }, () => ({
      path: path.join(root, 'test/support/parsers.web.ts'),
    }));
    // dotenv and the assert package name them; nothing here calls them
    build.onResolve({ filter: /^(?:fs|path|os|url|crypto)$/ }, ({ path: name }) => ({
      path: name,
      namespace: 'empty',
    }));
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

export async function buildTests({ folders, host, reportTo, outfile }: TestBundle): Promise<void> {
  await esbuild.build({
    entryPoints: [path.join(root, 'test/support', host === 'node' ? 'suite.node.ts' : 'suite.web.ts')],
    outfile,
    bundle: true,
    // mocha's browser build, taken for a module by its package.json, sets the bundle's exports: ours come last.
    format: 'iife',
    globalName: 'suite',
    footer: { js: 'module.exports = suite;' },
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    platform: host,
    // As in esbuild.js.
    alias: {
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
      'web-tree-sitter': path.join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs'),
    },
    external: ['vscode', ...(host === 'node' ? ['mocha'] : [])],
    define: {
      KEYSTOW_REPORT_TO: JSON.stringify(reportTo),
      ...(host === 'browser'
        ? { 'process.env.NODE_DEBUG': 'undefined', 'process.stderr': 'undefined', global: 'globalThis' }
        : {}),
    },
    inject: host === 'browser' ? [path.join(root, 'src/platform/buffer.web.ts')] : [],
    plugins: [testFiles(folders), ...(host === 'browser' ? [inBrowser] : [])],
  });
}
