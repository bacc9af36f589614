import { loadingFor } from '../loading';
import type { LoadPlan } from '../loading/loading';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { FileEdit, FixPlan, Refusal } from '../model/fix';
import { isRefusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import type { NameCollision, Settings } from '../model/settings';
import { fingerprintOf } from '../scan/fingerprint';
import { t } from '../text/l10n';
import { baseName, dirName } from '../text/path';
import { changed, together } from './changes';
import { dockerignoreEntry } from './dockerignoreEntry';
import { envTarget, templateFor } from './envTarget';
import { addNames } from './envWriter';
import type { Host } from './host';
import { ignoreEntry } from './ignoreEntry';
import { planEnv } from './planEnv';
import { projectFiles } from './projectFiles';
import { readOnce } from './readOnce';
import type { MoveOptions, RefusedFinding, RemovalEdits } from './removal';
import { removalsFor } from './removals';

export type MovePlan = FixPlan & { readonly left: readonly RefusedFinding[] };

/** Why nothing is moved, and why each of the findings stays where they have reasons of their own. */
export interface MoveRefusal extends Refusal {
  readonly left?: readonly RefusedFinding[];
}

/**
 * Plans the move of keys out of one document: the ignore entry, the value in `.env`, its bare name in the
 * template, and last the source. Reads through the port, writes nothing. `document.text` is what the source edits
 * are computed on, and `findings` are of that text.
 *
 * Refused as a whole when the env file is no safe place; a finding that cannot be moved by itself is listed in
 * `left` and the others go on.
 */
export async function planMoveToEnv(
  { workspace, ...rest }: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions = {},
): Promise<MovePlan | MoveRefusal> {
  const host = { ...rest, workspace: readOnce(workspace) };
  const all = await planTogether(host, document, findings, options);
  if (!isRefusal(all) || findings.length < 2) return all;
  // One value may keep the others: whichever can go with those before it goes.
  const go: Finding[] = [];
  const stay: RefusedFinding[] = [];
  for (const finding of findings) {
    const trial = await planTogether(host, document, [...go, finding], options);
    if (isRefusal(trial)) stay.push({ finding, reason: trial.refused });
    else go.push(finding);
    if (go.length === 0 && stay.length === hopeless) return all;
  }
  const plan = await planTogether(host, document, go, options);
  return isRefusal(plan) ? all : { ...plan, left: [...plan.left, ...stay] };
}

/** So many refusals in a row are about the file as a whole. */
const hopeless = 8;

async function planTogether(
  host: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<MovePlan | MoveRefusal> {
  const { workspace, settings } = host;
  // Git is asked while the program is read.
  const [removals, { envPath, ignored }] = await Promise.all([
    removalsFor(host, document, findings, options),
    placeFor(workspace, document, settings),
  ]);
  const { wanted } = removals;
  const [first] = removals.refused;
  if (wanted.length === 0)
    return { refused: first?.reason ?? t('There is no key to move.'), left: removals.refused };

  const own = await workspace.read(document.path);
  if (own.kind === 'text' && own.readOnly) return { refused: t('{0} is read-only.', document.path) };
  if (isRefusal(ignored)) return ignored;
  const env = await planEnv(workspace, envPath, wanted, options.collision ?? amongMany(host));
  if (isRefusal(env)) return env;
  const template = await planTemplate(workspace, envPath, env.names);
  const source = removals.edits(env.names, envPath);
  if (isRefusal(source)) return source;
  const load =
    settings?.policy?.loader?.value === 'none'
      ? undefined
      : await loadFor(workspace, document, envPath, source);
  const reader = source.others?.readBy;
  const loads = load?.source ?? [];
  return {
    edits: together([
      ...ignored,
      ...(await dockerignoreEntry(workspace, document, envPath)),
      ...env.edits,
      ...template.edits,
      ...(load?.others ?? []),
      ...(reader === undefined ? [] : changed(reader, t('load {0}', baseName(envPath)), loads)),
      ...(source.others?.edits ?? []),
      ...changed(
        document,
        source.label,
        (reader === undefined && load && source.reads?.with(loads)) || source.edits,
      ),
    ]),
    stored: wanted.flatMap(({ value }, index) => {
      const name = env.names[index] ?? '';
      return env.reused.has(name) ? [] : [{ path: envPath, name, fingerprint: fingerprintOf(value) }];
    }),
    notes: [...env.notes, ...source.notes, ...template.notes, ...(load?.notes ?? [])],
    left: removals.refused,
    ...(load?.install === undefined ? {} : { install: load.install }),
  };
}

interface Place {
  readonly envPath: string;
  /** What keeps it out of git. */
  readonly ignored: readonly FileEdit[] | Refusal;
}

async function placeFor(
  workspace: Workspace,
  document: SourceDocument,
  settings: Settings | undefined,
): Promise<Place> {
  const envPath = await envTarget(workspace, document, settings);
  return { envPath, ignored: await ignoreEntry(workspace, envPath) };
}

/** To read another value, or a name that a person has to think of, takes somebody who asks for it. */
const amongMany = ({ settings }: Host): NameCollision =>
  settings === undefined || settings.nameCollision === 'suffix' ? 'suffix' : 'ask';

/** What makes the program load the env file, where nothing does. */
async function loadFor(
  workspace: Workspace,
  document: SourceDocument,
  envPath: string,
  { reads, others }: RemovalEdits,
): Promise<LoadPlan | undefined> {
  if (reads === undefined) return undefined;
  const { language, text, before } = reads;
  const project = projectFiles(workspace, document.path);
  const reader = others?.readBy;
  if (reader !== undefined)
    return loadingFor({
      ...reader,
      document: reader,
      imports: async () => reader.imports,
      language,
      envPath,
      workspace,
      project,
    });
  return loadingFor({
    document: { ...document, text },
    language,
    envPath,
    before,
    imports: reads.imports,
    workspace,
    project,
  });
}

/** The template is a courtesy: where it cannot be changed, the move goes on and a note says so. */
async function planTemplate(
  workspace: Workspace,
  envPath: string,
  names: readonly string[],
): Promise<{ readonly edits: readonly FileEdit[]; readonly notes: readonly string[] }> {
  const { path, read } = await templateFor(workspace, dirName(envPath));
  const label = t('name {0}', unique(names));
  if (read.kind === 'missing') {
    const text = addNames('', names)
      .map((edit) => edit.newText)
      .join('');
    return { edits: [{ kind: 'create', path, label, text }], notes: [] };
  }
  if (read.kind === 'skipped' || read.readOnly || read.encoding.startsWith('utf16')) {
    return { edits: [], notes: [t('{0} could not be changed. Add {1} there by hand.', path, unique(names))] };
  }
  const edits = addNames(read.text, names);
  return {
    edits: edits.length === 0 ? [] : [{ kind: 'change', path, label, before: read.text, edits }],
    notes: [],
  };
}

const unique = (names: readonly string[]): string => [...new Set(names)].join(', ');
