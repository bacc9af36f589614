import assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { sourcesIn, textOf } from '../support/sources';

interface Import {
  readonly from: string;
  /** A file of ours without extension (`src/engine/text/span`), or a package. */
  readonly to: string;
}

const imports: readonly Import[] = sourcesIn('src').flatMap((file) =>
  ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }) => ({
    from: file,
    to: fileName.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), fileName).replace(/\/index$/, '')
      : fileName,
  })),
);

/** Pure packages that the engine may use. */
const enginePackages = [
  '@noble/hashes',
  'diff',
  'dockerfile-ast',
  'dotenv',
  'ignore',
  'jsonc-parser',
  'minimatch',
  're2js',
  'sarif', // types only
  'saxes',
  'toml-eslint-parser',
  'web-tree-sitter',
  'yaml',
];

/** Inside the engine imports go leftwards only. */
const layers = [
  'text',
  'model',
  'hygiene',
  'detectors',
  'policy',
  'syntax',
  'runtimes',
  'declarations',
  'languages',
  'loading',
  'formats',
  'surfaces',
  'analysers',
  'scan',
  'filter',
  'fixes',
  'ci',
  'agents',
  'audit',
  'reports',
  'push',
];

/** Folders whose files are members of one list: they may use the shared files named here, never each other. */
const lists: Readonly<Record<string, readonly string[]>> = {
  detectors: ['detector', 'accepts', 'placeholder', 'credentialNames', 'checksum', 'pemBody', 'tokenClaims'],
  languages: [
    'language',
    'rewriter',
    'rewriteLiterals',
    'sdks',
    'envFallback',
    'plainDefaults',
    'plainRules',
    'cPlaces',
    'cIncludes',
  ],
  hygiene: ['hygieneRule'],
  runtimes: ['runtime', 'scriptProject'],
  declarations: [
    'declarations',
    'scriptDeclarations',
    'scriptFile',
    'schema',
    'specifier',
    'neededImport',
    'zod',
    'pythonModules',
  ],
  loading: ['loading', 'anywhere'],
  agents: ['agent', 'envPatterns', 'ignoreFile', 'unserved', 'agents'],
  ci: ['ciHost', 'packageManager', 'joinJob', 'remotes'],
  formats: ['configText'],
  surfaces: [
    'surface',
    'moves',
    'servers',
    'serverEnvFile',
    'workspaceEnv',
    'shellText',
    'storeCommand',
    'ciMoves',
  ],
  analysers: [
    'analyser',
    'envFiles',
    'envLines',
    'envContent',
    'envrcLines',
    'envFormat',
    'lineRule',
    'dockerVariables',
    'imageCopies',
    'dockerRuns',
    'sourceCode',
    'committedEnv',
    'notebookCells',
    'configSecrets',
    'mayNameSecret',
    'makeLines',
    'justLines',
    'procfileLines',
    'bruBlocks',
  ],
};

/** A language's lazily loaded rewriter, and what that is made of: `pythonImports` is a part of `pythonRewriter`. */
const isPartOf = (from: string, name: string): boolean =>
  name.endsWith('Rewriter') || name.startsWith(/[a-z]+/.exec(path.posix.basename(from))?.[0] ?? ' ');

describe('architecture', () => {
  it('reads the imports of every file', () => assert.ok(imports.length > 150));

  it('the engine imports itself and pure packages only', () => {
    for (const { from, to } of imports.filter((one) => one.from.startsWith('src/engine/'))) {
      const pure = enginePackages.some((name) => to === name || to.startsWith(`${name}/`));
      // Asked when the data of scan/keyForms is made, and in no package.
      if (to === '@eslint-community/regexpp') {
        assert.match(from, /scan\/(?:bodyLengths|neededLiterals)\.ts$/);
        continue;
      }
      assert.ok(to.startsWith('src/engine') || pure, `${from} imports ${to}`);
    }
  });

  it('layers of the engine import leftwards', () => {
    const layerOf = (file: string): number => layers.indexOf(file.split('/')[2] ?? '');
    for (const { from, to } of imports.filter(
      (one) => one.from.startsWith('src/engine/') && one.to.startsWith('src/engine/'),
    )) {
      if (layerOf(from) < 0) continue; // index.ts and rules.ts see everything
      assert.ok(layerOf(to) >= 0 && layerOf(to) <= layerOf(from), `${from} imports ${to}`);
    }
  });

  it('members of a list do not import each other', () => {
    for (const [folder, shared] of Object.entries(lists)) {
      const inside = imports.filter(
        ({ from, to }) => from.startsWith(`src/engine/${folder}/`) && to.startsWith(`src/engine/${folder}/`),
      );
      for (const { from, to } of inside.filter((one) => !one.from.endsWith('/index.ts'))) {
        const name = path.posix.basename(to);
        assert.ok(shared.includes(name) || isPartOf(from, name), `${from} imports ${to}`);
      }
    }
  });

  it('vscode is imported in src/vscode and the entries only; node:* in *.node.ts, src/git and the CLI only', () => {
    for (const { from, to } of imports) {
      if (to === 'vscode') assert.match(from, /^src\/(vscode\/|(extension|main)\.(node|web)\.ts$)/, from);
      if (to.startsWith('node:')) assert.match(from, /\.node\.ts$|^src\/(?:cli|git)\//, from);
    }
  });

  it('git, the CLI and the platform do not see the editor, and nobody goes round the engine door', () => {
    for (const { from, to } of imports) {
      if (/^src\/(cli|git|platform)\//.test(from))
        assert.ok(!to.startsWith('src/vscode'), `${from} imports ${to}`);
      if (/^src\/(git|platform)\//.test(from)) assert.ok(!to.startsWith('src/cli'), `${from} imports ${to}`);
      if (!from.startsWith('src/engine/') && to.startsWith('src/engine'))
        assert.equal(to, 'src/engine', from);
    }
  });
});
