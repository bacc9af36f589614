import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import type { Finding } from '../model/finding';
import { type Cancellation, type ListableWorkspace, neverCancelled, type Pause } from '../model/ports';
import type { Settings } from '../model/settings';
import { isAsked } from '../policy/inForce';
import { envNeed } from '../scan/envNeeds';
import { namedReads } from '../scan/envReads';
import { placeFingerprint } from '../scan/fingerprint';
import { suppress } from '../scan/suppress';
import { t } from '../text/l10n';
import { ancestors, join } from '../text/path';
import { SourceText } from '../text/sourceText';
import { type EnvReader, notLoadedRule } from './notLoaded';
import { isSystemName } from './systemNames';

const nameMissingRule = 'env-name-missing';

/** Rules about variables that code reads: other files decide whether what they found still holds. */
export const readRules: ReadonlySet<string> = new Set([notLoadedRule, nameMissingRule]);

/** More folders than this are not looked into: then the rule is silent. */
const mostFolders = 2000;

/**
 * `env-name-missing`: code needs a variable that no env file and no template of the project names. Told once for each name and
 * file, where it is first read. Nothing is read where nobody has asked for the rule; files are read again only where a name is
 * in none of the env files around them, and the whole project is searched only then.
 */
export async function namesMissing(
  workspace: ListableWorkspace,
  readers: readonly EnvReader[],
  settings: Settings,
  cancel: Cancellation = neverCancelled,
  pause?: Pause,
): Promise<readonly Finding[]> {
  if (!isAsked(nameMissingRule, settings)) return [];
  const named = new NamedInEnvFiles(workspace, settings, cancel, pause);
  const lacks = (): readonly EnvReader[] =>
    readers.filter(({ path, names }) => !path.endsWith('.ipynb') && names.some((name) => !named.has(name)));
  await named.lookInto(readers.flatMap(({ path }) => ancestors(path)));
  if (lacks().length === 0) return [];
  const { files } = await workspace.list({
    ignored: false,
    cancel,
    ...(pause === undefined ? {} : { pause }),
  });
  const folders = new Set(files.flatMap(({ path }) => ancestors(path)));
  if (folders.size > mostFolders) return [];
  await named.lookInto(folders);
  const found: Finding[] = [];
  for (const reader of lacks()) {
    await pause?.();
    if (cancel.cancelled) return [];
    const read = await workspace.read(reader.path);
    if (read.kind === 'text')
      found.push(...missingIn({ ...reader, text: read.text }, (name) => named.has(name)));
  }
  return found;
}

/** What one file needs and nothing names. */
function missingIn(
  document: EnvReader & { readonly text: string },
  isNamed: (name: string) => boolean,
): readonly Finding[] {
  const { path, text } = document;
  const source = new SourceText(text);
  const reads = namedReads(document)
    .filter(({ name }) => !isNamed(name))
    .map((read) => ({ ...read, need: envNeed(text, read) }));
  const optional = new Set(reads.filter(({ need }) => need === 'optional').map(({ name }) => name));
  const first = new Map<string, (typeof reads)[number]>();
  for (const read of reads)
    if (read.need === 'needed' && !optional.has(read.name) && !first.has(read.name))
      first.set(read.name, read);
  const findings = [...first.values()].map(
    ({ name, span }): Finding => ({
      rule: nameMissingRule,
      category: 'hygiene',
      provider: null,
      severity: 'info',
      file: path,
      span,
      range: source.rangeOf(span),
      preview: '',
      fingerprint: placeFingerprint(nameMissingRule, path, name),
      message: t('No env file and no template names {0}: who runs this has to know of it.', name),
      envName: name,
    }),
  );
  return suppress(source, findings);
}

/** The names in env files, templates and `.envrc`, with a value or without, and those that are only mentioned in a comment. */
class NamedInEnvFiles {
  readonly #names = new Set<string>();
  readonly #seen = new Set<string>();

  constructor(
    private readonly workspace: ListableWorkspace,
    private readonly settings: Settings,
    private readonly cancel: Cancellation,
    private readonly pause: Pause | undefined,
  ) {}

  has(name: string): boolean {
    return isSystemName(name) || this.#names.has(name);
  }

  async lookInto(folders: Iterable<string>): Promise<void> {
    const asked = this.settings.policy?.envFile?.value;
    if (asked?.includes('/') === true) await this.#read(asked);
    for (const folder of folders) {
      if (this.#seen.has(`${folder}/`)) continue;
      this.#seen.add(`${folder}/`);
      await this.pause?.();
      if (this.cancel.cancelled) return;
      for (const { name, isFolder } of (await this.workspace.entries(folder)) ?? [])
        if (!isFolder && isOne(name)) await this.#read(join(folder, name));
    }
  }

  async #read(path: string): Promise<void> {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    const read = await this.workspace.read(path, this.settings.maxFileSize * 1024);
    for (const [, name = ''] of read.kind === 'text' ? read.text.matchAll(assignment) : [])
      this.#names.add(name);
  }
}

const isOne = (name: string): boolean =>
  isEnvFile(name) || isEnvTemplate(name) || name === '.envrc' || name === '.flaskenv';

/** `NAME=`, `export NAME=`, `# NAME=` */
const assignment = /^[ \t#]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:=|:[ \t])/gm;
