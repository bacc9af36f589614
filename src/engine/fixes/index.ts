import { detectors } from '../detectors';
import { kindsOf } from '../detectors/detector';
import type { SourceDocument } from '../model/document';
import { atLeast, type Finding } from '../model/finding';
import { type FixId, type FixOffer, type FixPlan, isRefusal, type Refusal } from '../model/fix';
import type { NameCollision } from '../model/settings';
import { genericKind } from '../scan/findGenericKeys';
import { t } from '../text/l10n';
import { baseName } from '../text/path';
import { planAddToGitignore } from './addToGitignore';
import { planKeepOut, planKeepOutOfPackage } from './dockerignoreEntry';
import { envTarget } from './envTarget';
import { updateEnv, type Wanted } from './envWriter';
import type { Host } from './host';
import { isMended, lineEditsOf, mendTitle, planLineEdits } from './lineEdits';
import { loadOffer, planLoadEnv } from './loadEnv';
import { planMoveToEnv } from './moveToEnv';
import { nameOffer, planNameInEnv } from './nameInEnv';
import { readOnce } from './readOnce';
import type { MoveOptions, Removals } from './removal';
import { removalsFor } from './removals';

/** Which fix a finding has, if any: a key and a Dockerfile secret are moved, what is missing is added. */
export function fixIdFor({ rule, category }: Finding): FixId | undefined {
  if (category === 'key' || rule === 'dockerfile-env-key' || rule === 'config-secret') return 'move-to-env';
  if (rule === 'env-not-loaded') return 'load-env';
  if (rule === 'env-name-missing') return 'name-in-env';
  if (rule === 'dockerignore-missing-env') return 'add-to-dockerignore';
  if (rule === 'package-takes-env') return 'add-to-ignore-file';
  if (rule === 'env-value-shown') return 'show-if-set';
  if (isMended(rule)) return 'mend-env-line';
  return rule === 'env-not-ignored' ? 'add-to-gitignore' : undefined;
}

/** Fixes that the text alone tells. */
const byText: ReadonlySet<FixId | undefined> = new Set(['mend-env-line', 'show-if-set']);

/**
 * Whether a fix of everything takes it along. What may be no key is moved one by one, by who knows it; so is deleted what holds
 * one; and what is only another way of writing is left to who asks.
 */
export const isFixedWithAll = ({ rule, severity }: Finding): boolean =>
  rule !== genericKind.rule &&
  rule !== 'env-commented-key' &&
  rule !== 'env-duplicate' &&
  !(isMended(rule) && !atLeast(severity, 'warning'));

/** What a finding is offered, in the order in which it is shown. */
export interface Offers {
  /** The preferred fix, or why there is none; undefined where no fix exists for the rule. */
  readonly main: FixOffer | Refusal | undefined;
  readonly more: readonly FixOffer[];
}

/** Reads the env file, through the port, for a title that tells the name the value will really have. */
export async function offersFor(
  { workspace, ...rest }: Host,
  document: SourceDocument,
  finding: Finding,
): Promise<Offers> {
  const host = { ...rest, workspace: readOnce(workspace) };
  const id = fixIdFor(finding);
  if (id === 'mend-env-line') return { main: mendOffer(document, finding), more: [] };
  if (id === 'show-if-set')
    return {
      main: lineEditsOf(document)(finding) && { id, title: t('Print whether it is set') },
      more: [],
    };
  if (id === undefined) return { main: undefined, more: [] };
  if (id === 'add-to-gitignore') return { main: gitignoreOffer(finding), more: [] };
  if (id === 'load-env') return { main: await loadOffer(host, document), more: [] };
  if (id === 'name-in-env') return { main: await nameOffer(host, document, finding), more: [] };
  if (id === 'add-to-ignore-file') {
    const title = t('Add {0} to {1}', finding.envName ?? '.env', baseName(finding.file));
    return { main: { id, title }, more: [] };
  }
  if (id === 'add-to-dockerignore')
    return { main: { id, title: t('Keep {0} out of the image', finding.envName ?? '.env') }, more: [] };
  const page = pageOffer(finding);
  const removals = await removalsFor(host, document, [finding]);
  const [wanted] = removals.wanted;
  if (wanted === undefined)
    return { main: { refused: removals.refused[0]?.reason ?? t('There is no key to move.') }, more: page };
  const target = await envTarget(host.workspace, document, host.settings);
  const read = await host.workspace.read(target);
  const env = { file: baseName(target), text: read.kind === 'text' ? read.text : '' };
  const update = updateEnv(env.text, [wanted]);
  const edits = isRefusal(update) ? undefined : removals.edits(update.names, target);
  if (edits !== undefined && isRefusal(edits)) return { main: edits, more: page };
  if (finding.place === 'image' || finding.rule === 'dockerfile-env-key')
    return { main: { id, title: t('Move to .env and remove from the image') }, more: page };
  const { main, more } = moveOffers(env, wanted, host.settings?.nameCollision ?? 'suffix');
  return {
    main,
    more: [...more, ...(await argumentOffer(host, document, finding, removals, env.text)), ...page],
  };
}

/** The move itself, and the name it takes; what is there beside it where the name is free, or has another value. */
function moveOffers(
  { file, text }: { readonly file: string; readonly text: string },
  wanted: Wanted,
  collision: NameCollision,
): Offers {
  const update = updateEnv(text, [wanted]);
  const proposed = isRefusal(update) ? undefined : update.names[0];
  const isThere = !isRefusal(update) && update.edits.length === 0;
  const ask: FixOffer = {
    id: 'move-to-env-as',
    title: t('Move to {0} as…', file),
    ...(proposed === undefined ? {} : { name: proposed }),
  };
  const asks = isThere || wanted.exact === true ? [] : [ask];
  const move: FixOffer | Refusal = isRefusal(update)
    ? update
    : {
        id: 'move-to-env',
        title: isThere
          ? t('Use {0} from {1}', proposed ?? wanted.name, file)
          : t('Move to {0} as {1}', file, proposed ?? wanted.name),
      };
  const other = updateEnv(text, [wanted], 'reuse');
  if (isRefusal(other) || other.reused.size === 0) return { main: move, more: asks };
  const reuse: FixOffer = {
    id: 'reuse-name',
    title: t('Use {0} from {1}, which has another value', other.names[0] ?? wanted.name, file),
  };
  if (collision === 'reuse') return { main: reuse, more: asks };
  if (collision === 'ask' && asks.length > 0) return { main: ask, more: [reuse] };
  return { main: move, more: [...asks, reuse] };
}

async function argumentOffer(
  host: Host,
  document: SourceDocument,
  finding: Finding,
  { droppable }: Removals,
  envText: string,
): Promise<readonly FixOffer[]> {
  if (droppable?.includes(finding) !== true) return [];
  const dropped = await removalsFor(host, document, [finding], { dropArgument: true });
  const [own] = dropped.wanted;
  if (own === undefined || isRefusal(updateEnv(envText, [own]))) return [];
  return [{ id: 'remove-argument', title: t('Remove the argument: the SDK reads {0}', own.name) }];
}

const mendOffer = (document: SourceDocument, finding: Finding): FixOffer | undefined =>
  lineEditsOf(document)(finding) === undefined
    ? undefined
    : { id: 'mend-env-line', title: mendTitle(finding.rule) };

function gitignoreOffer(finding: Finding): FixOffer {
  const name = baseName(finding.file);
  const title =
    name === '.gitignore'
      ? t('Let this line ignore the file')
      : t('Add {0} to .gitignore', name.startsWith('.env') ? name : '.env');
  return { id: 'add-to-gitignore', title };
}

/** The page on which the key can be revoked. */
function pageOffer({ rule, provider }: Finding): readonly FixOffer[] {
  const found = detectors.find(({ id }) => id === provider);
  const url = found === undefined ? undefined : kindsOf(found).find((kind) => kind.rule === rule)?.manage;
  if (found === undefined || url === undefined) return [];
  return [{ id: 'open-key-page', title: t('Revoke the key on its page: {0}', found.title), url }];
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
  const lineEdits = lineEditsOf(document);
  for (const finding of findings)
    if (byText.has(fixIdFor(finding)) && lineEdits(finding) === undefined) stay.add(finding);
  return findings.map((finding) => {
    const id = fixIdFor(finding);
    return id === undefined || stay.has(finding) ? [] : [id];
  });
}

/** The plan of a finding's fix. Reads through the port and writes nothing. */
export function planFix(
  host: Host,
  document: SourceDocument,
  finding: Finding,
  options: MoveOptions = {},
): Promise<FixPlan | Refusal> {
  const id = fixIdFor(finding);
  if (id === 'add-to-gitignore') return planAddToGitignore(host.workspace, document, finding);
  if (id === 'load-env') return planLoadEnv(host, document);
  if (id === 'name-in-env') return planNameInEnv(host, document, finding);
  if (byText.has(id)) return planLineEdits(host.workspace, document, finding);
  if (id === 'add-to-dockerignore') return planKeepOut(host.workspace, finding);
  if (id === 'add-to-ignore-file') return planKeepOutOfPackage(host.workspace, finding);
  return planMoveToEnv(host, document, [finding], options);
}

/** The plan for one key and the same value elsewhere in the document, in one go; refused where the asked one stays. */
export async function planMoveOfValue(
  host: Host,
  document: SourceDocument,
  asked: Finding,
  all: readonly Finding[],
  options: MoveOptions = {},
): Promise<FixPlan | Refusal> {
  const isAsked = ({ span }: Finding): boolean =>
    span.start === asked.span.start && span.end === asked.span.end;
  const same = all.filter(
    (one) => one.fingerprint === asked.fingerprint && !isAsked(one) && fixIdFor(one) === 'move-to-env',
  );
  const collision = options.collision ?? host.settings?.nameCollision ?? 'suffix';
  const plan = await planMoveToEnv(host, document, [asked, ...same], { ...options, collision });
  if (isRefusal(plan)) return plan;
  const left = plan.left.find(({ finding }) => isAsked(finding));
  return left === undefined ? plan : { refused: left.reason };
}
