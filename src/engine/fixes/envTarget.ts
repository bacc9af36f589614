import { templateNames } from '../analysers/envFiles';
import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { FileRead, Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import { runtimeOf } from '../runtimes';
import { scriptProject } from '../runtimes/scriptProject';
import { surfaceOf } from '../surfaces/index';
import { ancestors, baseName, dirName, join } from '../text/path';
import { brunoCollection } from './brunoCollection';
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
 * framework that reads several gets them in the one for secrets of this machine: `.env.local`, `.dev.vars`. The
 * project's policy may name another one.
 */
export async function envTarget(
  workspace: Workspace,
  document: SourceDocument,
  settings?: Settings,
): Promise<string> {
  const asked = settings?.policy?.envFile?.value;
  if (asked?.includes('/')) return asked;
  const usual =
    (readsBeside.test(baseName(document.path)) ? join(dirName(document.path), '.env') : undefined) ??
    (await collectionTarget(workspace, document.path)) ??
    (await surfaceTarget(workspace, document)) ??
    (await frameworkTarget(workspace, document)) ??
    (await nearestTarget(workspace, document.path));
  return asked === undefined ? usual : join(dirName(usual), asked);
}

async function nearestTarget(workspace: Workspace, path: string): Promise<string> {
  for (const dir of ancestors(path)) {
    const marks = await Promise.all(['.env', ...manifests].map((name) => workspace.read(join(dir, name))));
    if (marks.some(({ kind }) => kind !== 'missing')) return join(dir, '.env');
  }
  return '.env';
}

/** What takes the `.env` of its own folder, and of no other one. */
const readsBeside = /^(?:\.envrc|Procfile(?:\.[\w.-]+)?)$/;

async function collectionTarget(workspace: Workspace, path: string): Promise<string | undefined> {
  const dir = path.endsWith('.bru') ? await brunoCollection(workspace, path) : undefined;
  return dir === undefined ? undefined : join(dir, '.env');
}

/** A tool that reads an env file beside its own. */
async function surfaceTarget(workspace: Workspace, document: SourceDocument): Promise<string | undefined> {
  const files = surfaceOf(document)?.envFiles?.map((name) => join(dirName(document.path), name));
  for (const file of files ?? []) if ((await workspace.read(file)).kind !== 'missing') return file;
  return files?.at(-1);
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
  const all = await Promise.all(
    templateNames.map(async (name) => {
      const path = join(envDir, name);
      return { path, read: await workspace.read(path) };
    }),
  );
  return (
    all.find(({ read }) => read.kind !== 'missing') ?? {
      path: join(envDir, templateNames[0]),
      read: { kind: 'missing' },
    }
  );
}
