import { templateNames } from '../analysers/envFiles';
import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { FileRead, Workspace } from '../model/ports';
import { runtimeOf } from '../runtimes';
import { scriptProject } from '../runtimes/scriptProject';
import { ancestors, dirName, join } from '../text/path';
import { projectFiles } from './projectFiles';

/** Files that mark the folder a program is started from, and so the folder of its `.env`. */
const manifests = [
  'package.json',
  'deno.json',
  'deno.jsonc',
  'pyproject.toml',
  'requirements.txt',
  'setup.py',
  'Pipfile',
  'manage.py',
  'go.mod',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'Gemfile',
  'composer.json',
  'mix.exs',
  'Package.swift',
  'pubspec.yaml',
] as const;

/**
 * The env file that a file's keys belong in: in the nearest folder with a `.env` or a manifest, else in the root. A
 * framework that reads several gets them in the one for secrets of this machine: `.env.local`, `.dev.vars`.
 */
export async function envTarget(workspace: Workspace, document: SourceDocument): Promise<string> {
  return (await frameworkTarget(workspace, document)) ?? nearestTarget(workspace, document.path);
}

async function nearestTarget(workspace: Workspace, path: string): Promise<string> {
  for (const dir of ancestors(path)) {
    for (const name of ['.env', ...manifests]) {
      const read = await workspace.read(join(dir, name));
      if (read.kind !== 'missing') return join(dir, '.env');
    }
  }
  return '.env';
}

async function frameworkTarget(workspace: Workspace, document: SourceDocument): Promise<string | undefined> {
  const language = languageOf(document);
  if (language === undefined || !scripts.has(language.id)) return undefined;
  const { path, text } = document;
  const project = await scriptProject(path, text, projectFiles(workspace, path));
  const { envFiles, envFolder } = runtimeOf(project);
  const [first] = envFiles;
  const root = project.manifest ?? project.wrangler;
  const dir = envFolder?.(project) ?? (root && dirName(root.path));
  if (first === undefined || dir === undefined) return undefined;
  for (const name of envFiles) {
    const file = join(dir, name);
    if ((await workspace.read(file)).kind === 'missing') continue;
    // What is there and may be committed is no place for a key, where there is another.
    if ((await workspace.facts(file)).ignored !== false) return file;
  }
  return join(dir, first);
}

/** Languages whose runtimes are known. */
const scripts: ReadonlySet<string> = new Set(['javascript', 'typescript', 'jsx', 'tsx', 'astro']);

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
