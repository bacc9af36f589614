import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { type FixId, type FixOffer, type FixPlan, isRefusal, type Refusal } from '../model/fix';
import { genericKind } from '../scan/findGenericKeys';
import { baseName } from '../text/path';
import { planAddToGitignore } from './addToGitignore';
import { envTarget } from './envTarget';
import { updateEnv } from './envWriter';
import type { Host } from './host';
import { planMoveToEnv } from './moveToEnv';
import { removalsFor } from './removals';

/** Which fix a finding has, if any: a key and a Dockerfile secret are moved, a missing entry is added. */
export function fixIdFor({ rule, category }: Finding): FixId | undefined {
  if (category === 'key' || rule === 'dockerfile-env-key') return 'move-to-env';
  return rule === 'env-not-ignored' ? 'add-to-gitignore' : undefined;
}

/** Whether a fix of everything takes it along: what may be no key is moved one by one, by who knows it. */
export const isFixedWithAll = ({ rule }: Finding): boolean => rule !== genericKind.rule;

/**
 * The fix a finding is offered, or why not; undefined where none exists. Reads the env file, through the port, for
 * a title that tells the name the value will really have.
 */
export async function fixFor(
  host: Host,
  document: SourceDocument,
  finding: Finding,
): Promise<FixOffer | Refusal | undefined> {
  const id = fixIdFor(finding);
  if (id === undefined) return undefined;
  if (id === 'add-to-gitignore') {
    const name = baseName(finding.file);
    return {
      id,
      title:
        name === '.gitignore'
          ? 'Let this line ignore the file'
          : `Add ${name.startsWith('.env') ? name : '.env'} to .gitignore`,
    };
  }
  const removals = await removalsFor(host, document, [finding]);
  const [wanted] = removals.wanted;
  if (wanted === undefined) return { refused: removals.refused[0]?.reason ?? 'There is no key to move.' };
  if (wanted.unquoted === true) return { id, title: 'Move to .env and remove from the image' };
  const target = await envTarget(host.workspace, document);
  const read = await host.workspace.read(target);
  const update = updateEnv(read.kind === 'text' ? read.text : '', [wanted]);
  if (isRefusal(update)) return update;
  const name = update.names[0] ?? wanted.name;
  return {
    id,
    title:
      update.edits.length === 0
        ? `Use ${name} from ${baseName(target)}`
        : `Move to ${baseName(target)} as ${name}`,
  };
}

/** For each finding of a document the ids of the fixes that would be offered; the document is read once for all. */
export async function fixIdsOf(
  host: Host,
  document: SourceDocument,
  findings: readonly Finding[],
): Promise<readonly (readonly FixId[])[]> {
  const movable = findings.filter((finding) => fixIdFor(finding) === 'move-to-env');
  const { refused } = await removalsFor(host, document, movable);
  const stay = new Set(refused.map(({ finding }) => finding));
  return findings.map((finding) => {
    const id = fixIdFor(finding);
    return id === undefined || stay.has(finding) ? [] : [id];
  });
}

/** The plan of a finding's fix. Reads through the port and writes nothing. */
export function planFix(host: Host, document: SourceDocument, finding: Finding): Promise<FixPlan | Refusal> {
  if (fixIdFor(finding) === 'add-to-gitignore') return planAddToGitignore(host.workspace, document, finding);
  return planMoveToEnv(host, document, [finding]);
}
