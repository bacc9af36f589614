import type { Finding } from '../model/finding';
import { type FixId, isRefusal, type Refusal } from '../model/fix';
import { defaultSettings } from '../model/settings';
import { scanDocument } from '../scan/scanDocument';
import { t } from '../text/l10n';
import type { Host } from './host';
import { fixIdFor, planFix } from './index';
import { type MovePlan, type MoveRefusal, planMoveToEnv } from './moveToEnv';

/** Findings that are planned together: all values of one file, or one other finding. */
export type Group = readonly [Finding, ...Finding[]];

export interface GroupPlan {
  readonly group: Group;
  readonly plan: MovePlan | MoveRefusal;
}

/**
 * Plans the fixes of many files, one after the other: whoever asks for the next plan has carried out the one before,
 * on disk or in an overlay, so that each builds on what is there.
 */
export async function* planFiles(host: Host, found: readonly Finding[]): AsyncGenerator<GroupPlan> {
  for (const group of groups(found)) yield { group, plan: await planGroup(host, group) };
}

function groups(found: readonly Finding[]): readonly Group[] {
  const moves = new Map<string, [Finding, ...Finding[]]>();
  const others: Group[] = [];
  for (const finding of found) {
    if (fixIdFor(finding) !== 'move-to-env') others.push([finding]);
    else if (!moves.get(finding.file)?.push(finding)) moves.set(finding.file, [finding]);
  }
  return [...moves.values(), ...others];
}

/** Fixes of what a scan of the file alone does not find again; each looks itself whether anything is left to do. */
const asItWas: ReadonlySet<FixId> = new Set([
  'load-env',
  'name-in-env',
  'add-to-dockerignore',
  'add-to-ignore-file',
]);

const changed = (): Refusal => ({ refused: t('The file changed meanwhile. Run the command again.') });

/** Plans on the file as it is now; a value that is not where it was found is not touched. */
async function planGroup(host: Host, group: Group): Promise<MovePlan | MoveRefusal> {
  const [first] = group;
  const id = fixIdFor(first);
  if (id === undefined) return { refused: first.message };
  const { workspace, settings = defaultSettings } = host;
  const read = await workspace.read(first.file);
  if (read.kind !== 'text') return { refused: t('The file could not be read again.') };
  const document = { path: first.file, text: read.text };
  const fresh = scanDocument(document, await workspace.facts(first.file), settings);
  if (id === 'add-to-gitignore') {
    const isWide = first.span.start === first.span.end || !first.file.endsWith('.gitignore');
    const now = isWide ? first : fresh.find((one) => one.fingerprint === first.fingerprint);
    if (now === undefined) return changed();
    const plan = await planFix(host, document, now);
    return isRefusal(plan) ? plan : { ...plan, left: [] };
  }
  if (asItWas.has(id)) {
    const plan = await planFix(host, document, first);
    return isRefusal(plan) ? plan : { ...plan, left: [] };
  }
  if (id === 'mend-env-line' || id === 'show-if-set') {
    const now = fresh.find((one) => one.fingerprint === first.fingerprint);
    if (now === undefined) return changed();
    const plan = await planFix(host, document, now);
    return isRefusal(plan) ? plan : { ...plan, left: [] };
  }
  const same = group.flatMap(
    (old) =>
      fresh.find((one) => one.fingerprint === old.fingerprint && one.span.start === old.span.start) ?? [],
  );
  return same.length < group.length ? changed() : planMoveToEnv(host, document, same);
}
