import { parse } from 'dotenv';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { type FileEdit, type FixOffer, type FixPlan, isRefusal, type Refusal } from '../model/fix';
import { type FileRead, skipReason } from '../model/ports';
import { applyEdits } from '../text/edit';
import { t } from '../text/l10n';
import { ancestors, baseName } from '../text/path';
import { envTarget, templateFor } from './envTarget';
import { addNames } from './envWriter';
import type { Host } from './host';
import { ignoreEntry } from './ignoreEntry';

/** Where a variable is named: in the template beside the env file, in the env file, or in the nearest template above it. */
async function placeFor(
  { workspace, settings }: Host,
  document: SourceDocument,
): Promise<{ readonly path: string; readonly read: FileRead; readonly envPath: string }> {
  const envPath = await envTarget(workspace, document, settings);
  const read = await workspace.read(envPath);
  for (const dir of ancestors(envPath)) {
    const template = await templateFor(workspace, dir);
    if (template.read.kind !== 'missing') return { ...template, envPath };
    if (read.kind !== 'missing') break;
  }
  return { path: envPath, read, envPath };
}

export async function nameOffer(
  host: Host,
  document: SourceDocument,
  { envName = '' }: Finding,
): Promise<FixOffer> {
  const { path } = await placeFor(host, document);
  return { id: 'name-in-env', title: t('Add {0}= to {1}', envName, baseName(path)) };
}

/** Plans a last line `NAME=` for an `env-name-missing` finding; an empty plan where the name is there by now. */
export async function planNameInEnv(
  host: Host,
  document: SourceDocument,
  { envName = '' }: Finding,
): Promise<FixPlan | Refusal> {
  const { path, read, envPath } = await placeFor(host, document);
  if (read.kind === 'skipped')
    return { refused: t('{0} could not be read: {1}.', path, skipReason(read.reason)) };
  const before = read.kind === 'text' ? read.text : '';
  if (read.kind === 'text' && read.encoding.startsWith('utf16'))
    return {
      refused: t('{0} is saved as UTF-16, which env readers cannot read. Save it as UTF-8 first.', path),
    };
  if (read.kind === 'text' && read.readOnly) return { refused: t('{0} is read-only.', path) };
  const edits = addNames(before, [envName]);
  if (edits.length === 0) return { edits: [], stored: [], notes: [] };
  const text = applyEdits(before, edits);
  const [old, now] = [parse(before), parse(text)];
  if (now[envName] !== '' || Object.keys(old).some((name) => old[name] !== now[name]))
    return {
      refused: t(
        'The env file has a line that swallows what follows it, such as an unclosed quote. Mend it first.',
      ),
    };
  const ignored = path === envPath ? await ignoreEntry(host.workspace, path) : [];
  if (isRefusal(ignored)) return ignored;
  const label = t('name {0}', envName);
  const edit: FileEdit =
    read.kind === 'text'
      ? { kind: 'change', path, label, before, edits }
      : { kind: 'create', path, label, text };
  return {
    edits: [...ignored, edit],
    stored: [],
    notes: [t('Give {0} its value in {1}.', envName, envPath)],
  };
}
