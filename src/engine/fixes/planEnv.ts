import type { FileEdit, Refusal } from '../model/fix';
import { isRefusal } from '../model/fix';
import { skipReason, type Workspace } from '../model/ports';
import type { NameCollision } from '../model/settings';
import { t } from '../text/l10n';
import { type EnvUpdate, updateEnv, type Wanted } from './envWriter';

export interface EnvPlan extends Pick<EnvUpdate, 'names' | 'reused' | 'notes'> {
  readonly edits: readonly FileEdit[];
}

/** The change of an env file that stores values, or its making; refused where the file is no safe place for them. */
export async function planEnv(
  workspace: Workspace,
  path: string,
  wanted: readonly Wanted[],
  collision: NameCollision,
): Promise<EnvPlan | Refusal> {
  const read = await workspace.read(path);
  if (read.kind === 'skipped')
    return { refused: t('{0} could not be read: {1}.', path, skipReason(read.reason)) };
  if (read.kind === 'text' && read.encoding.startsWith('utf16')) {
    return {
      refused: t('{0} is saved as UTF-16, which env readers cannot read. Save it as UTF-8 first.', path),
    };
  }
  const before = read.kind === 'text' ? read.text : '';
  const update = updateEnv(before, wanted, collision);
  if (isRefusal(update)) return update;
  if (update.edits.length === 0) return { ...update, edits: [] };
  const label = t(
    'store {0}',
    [...new Set(update.names.filter((name) => !update.reused.has(name)))].join(', '),
  );
  if (read.kind === 'missing') {
    const text = update.edits.map((edit) => edit.newText).join('');
    return { ...update, edits: [{ kind: 'create', path, label, text }] };
  }
  if (read.readOnly) return { refused: t('{0} is read-only.', path) };
  return { ...update, edits: [{ kind: 'change', path, label, before, edits: update.edits }] };
}
