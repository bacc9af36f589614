import { dockerfile } from '../analysers/dockerfile';
import { folderCopy } from '../analysers/imageCopies';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { FileEdit, FixPlan, Refusal } from '../model/fix';
import { type FileRead, skipReason, type Workspace } from '../model/ports';
import { dockerIgnored } from '../text/dockerignore';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { ancestors, baseName, dirName, join } from '../text/path';

/** What is kept out of a Dockerfile's build. */
interface ImageIgnore {
  readonly path: string;
  readonly read: FileRead;
  /** The folder whose files go into the build, as far as that can be told. */
  readonly context: string;
}

/**
 * The ignore file of a Dockerfile's build: its own wins over that of the folder, which then counts for nothing. A Dockerfile
 * without either is built from the nearest folder above that has one.
 */
export async function ignoreFileOf(workspace: Workspace, dockerfilePath: string): Promise<ImageIgnore> {
  const dir = dirName(dockerfilePath);
  const own = `${dockerfilePath}.dockerignore`;
  const read = await workspace.read(own);
  if (read.kind !== 'missing') return { path: own, read, context: dir };
  for (const context of ancestors(dockerfilePath)) {
    const path = join(context, '.dockerignore');
    const found = await workspace.read(path);
    if (found.kind !== 'missing') return { path, read: found, context };
  }
  return { path: join(dir, '.dockerignore'), read: { kind: 'missing' }, context: dir };
}

/** A path from the folder that is built; undefined where it lies outside. */
export const fromContext = (context: string, path: string): string | undefined =>
  context === '' ? path : path.startsWith(`${context}/`) ? path.slice(context.length + 1) : undefined;

/** What keeps env files out of an image, and templates in. */
const entries = ['**/.env', '**/.env.*', '!**/.env.example'];

/** The edit that keeps an env file out of the image of a Dockerfile beside or above it; empty where it is kept out already. */
export async function keptOutOfImage(
  workspace: Workspace,
  dockerfilePath: string,
  envPath: string,
): Promise<readonly FileEdit[] | Refusal> {
  const { path, read, context } = await ignoreFileOf(workspace, dockerfilePath);
  const name = fromContext(context, envPath);
  if (name === undefined) return [];
  const label = t('keep {0} out of the image', name);
  if (read.kind === 'missing') return [{ kind: 'create', path, label, text: `${entries.join('\n')}\n` }];
  if (read.kind !== 'text')
    return { refused: t('{0} could not be read: {1}.', path, skipReason(read.reason)) };
  if (dockerIgnored(read.text)(name)) return [];
  if (read.readOnly) return { refused: t('{0} is read-only.', path) };
  const eol = eolOf(read.text);
  const lead = read.text === '' || /[\r\n]$/.test(read.text) ? '' : eol;
  const all = [entries, [name]].find((lines) => dockerIgnored([read.text, ...lines].join('\n'))(name)) ?? [
    name,
  ];
  const end = read.text.length;
  const newText = lead + all.map((line) => line + eol).join('');
  return [
    { kind: 'change', path, label, before: read.text, edits: [{ span: { start: end, end }, newText }] },
  ];
}

/** The same with the move of a Dockerfile's own values, where it copies the folder; where it cannot be done the move goes on. */
export async function dockerignoreEntry(
  workspace: Workspace,
  document: SourceDocument,
  envPath: string,
): Promise<readonly FileEdit[]> {
  if (!dockerfile.claims.names.test(baseName(document.path)) || folderCopy(document.text) === undefined)
    return [];
  const edits = await keptOutOfImage(workspace, document.path, envPath);
  return 'refused' in edits ? [] : edits;
}

/** Plans what a `dockerignore-missing-env` finding lacks. */
export async function planKeepOut(
  workspace: Workspace,
  { file, envName }: Finding,
): Promise<FixPlan | Refusal> {
  const edits = await keptOutOfImage(workspace, file, join(dirName(file), envName ?? '.env'));
  return 'refused' in edits ? edits : { edits, stored: [], notes: [] };
}

/** Plans what a `package-takes-env` finding lacks: the name at the end of the ignore file, where the last match counts. */
export async function planKeepOutOfPackage(
  workspace: Workspace,
  { file, envName = '.env' }: Finding,
): Promise<FixPlan | Refusal> {
  const read = await workspace.read(file);
  if (read.kind !== 'text') return { refused: t('The file could not be read again.') };
  if (read.readOnly) return { refused: t('{0} is read-only.', file) };
  const eol = eolOf(read.text);
  const lead = read.text === '' || /[\r\n]$/.test(read.text) ? '' : eol;
  const end = read.text.length;
  const edits = [{ span: { start: end, end }, newText: `${lead}${envName}${eol}` }];
  return {
    edits: [{ kind: 'change', path: file, label: t('ignore {0}', envName), before: read.text, edits }],
    stored: [],
    notes: [],
  };
}
