import type { Workspace } from '../model/ports';
import { ancestors, baseName, join } from '../text/path';

interface Convention {
  readonly framework: string;
  readonly manifest: string;
  readonly dependency: RegExp;
  /** The env files that the framework's documentation says to commit. */
  readonly files: RegExp;
}

/** Frameworks whose documentation says to commit env files, `.local` ones apart. Pages read 2026-11-23. */
const conventions: readonly Convention[] = [
  {
    framework: 'Symfony', // https://symfony.com/doc/current/configuration.html#configuring-environment-variables-in-env-files
    manifest: 'composer.json',
    dependency: /"symfony\/(?:dotenv|framework-bundle|runtime)"/,
    files: /^\.env(?:\.(?:dev|test|prod))?$/,
  },
  {
    framework: 'Create React App', // https://create-react-app.dev/docs/adding-custom-environment-variables/
    manifest: 'package.json',
    dependency: /"react-scripts"\s*:/,
    files: /^\.env(?:\.(?:development|test|production))?$/,
  },
  {
    framework: 'Vite', // https://vite.dev/guide/env-and-mode
    manifest: 'package.json',
    dependency: /"vite"\s*:/,
    files: /^\.env(?:\.(?!local$)[\w-]+)?$/,
  },
];

/** The framework that commits this env file by convention, told from the nearest manifests; undefined where none does. */
export async function frameworkThatCommits(workspace: Workspace, path: string): Promise<string | undefined> {
  const candidates = conventions.filter(({ files }) => files.test(baseName(path)));
  if (candidates.length === 0) return undefined;
  for (const dir of ancestors(path)) {
    for (const { framework, manifest, dependency } of candidates) {
      const read = await workspace.read(join(dir, manifest));
      if (read.kind === 'text' && dependency.test(read.text)) return framework;
    }
  }
  return undefined;
}
