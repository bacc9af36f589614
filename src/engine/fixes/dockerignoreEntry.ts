import ignore from 'ignore';
import { dockerfile } from '../analysers/dockerfile';
import type { SourceDocument } from '../model/document';
import type { FileEdit } from '../model/fix';
import type { Workspace } from '../model/ports';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { baseName, dirName, join } from '../text/path';

/** `COPY . .` and its kind: the whole folder goes into the image, `.env` with it. */
const copiesFolder = /^[ \t]*(?:COPY|ADD)[ \t]+(?:--\S+[ \t]+)*(?:\["?)?\.\/?(?:["\s])/im;

/**
 * The edit that keeps `.env` out of the image when a Dockerfile's values move beside it; empty where it is kept out
 * already, or nothing copies the folder. `.dockerignore` is read as Docker does where both agree: one name a line.
 */
export async function dockerignoreEntry(
  workspace: Workspace,
  document: SourceDocument,
  envPath: string,
): Promise<readonly FileEdit[]> {
  if (!dockerfile.claims.names.test(baseName(document.path)) || !copiesFolder.test(document.text)) return [];
  const dir = dirName(document.path);
  const path = join(dir, '.dockerignore');
  const entry = dir === '' ? envPath : envPath.slice(dir.length + 1);
  if (dir !== '' && !envPath.startsWith(`${dir}/`)) return [];
  const read = await workspace.read(path);
  const label = t('keep {0} out of the image', entry);
  if (read.kind === 'missing') return [{ kind: 'create', path, label, text: `${entry}\n` }];
  if (read.kind !== 'text' || read.readOnly || ignore().add(read.text).ignores(entry)) return [];
  const end = read.text.length;
  const eol = eolOf(read.text);
  const newText = `${read.text === '' || /[\r\n]$/.test(read.text) ? '' : eol}${entry}${eol}`;
  return [
    { kind: 'change', path, label, before: read.text, edits: [{ span: { start: end, end }, newText }] },
  ];
}
