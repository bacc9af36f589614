import { templateNames } from '../analysers/envFiles';
import type { FileRead, Workspace } from '../model/ports';
import { ancestors, join } from '../text/path';

/** Files that mark the folder a program is started from, and so the folder of its `.env`. */
const manifests = [
  'package.json',
  'deno.json',
  'pyproject.toml',
  'requirements.txt',
  'setup.py',
  'Pipfile',
  'manage.py',
  'go.mod',
  'Gemfile',
  'composer.json',
] as const;

/** The `.env` a file's keys belong in: in the nearest folder with a `.env` or a manifest, else in the root. */
export async function envTarget(workspace: Workspace, path: string): Promise<string> {
  for (const dir of ancestors(path)) {
    for (const name of ['.env', ...manifests]) {
      const read = await workspace.read(join(dir, name));
      if (read.kind !== 'missing') return join(dir, '.env');
    }
  }
  return '.env';
}

/** The template beside an env file: the one that is there, else `.env.example`, which is then `missing`. */
export async function templateFor(
  workspace: Workspace,
  envDir: string,
): Promise<{ readonly path: string; readonly read: FileRead }> {
  for (const name of templateNames) {
    const path = join(envDir, name);
    const read = await workspace.read(path);
    if (read.kind !== 'missing') return { path, read };
  }
  return { path: join(envDir, templateNames[0]), read: { kind: 'missing' } };
}
