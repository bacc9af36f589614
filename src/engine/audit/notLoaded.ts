import { languageOf } from '../analysers/sourceCode';
import { namesGiven, type UnloadedRead, unloadedRead } from '../fixes/loadEnv';
import { loadAlike } from '../loading';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import {
  type Cancellation,
  type FileRead,
  type ListableWorkspace,
  neverCancelled,
  type Pause,
} from '../model/ports';
import type { Settings } from '../model/settings';
import { namedReads } from '../scan/envReads';
import { placeFingerprint } from '../scan/fingerprint';
import { suppress } from '../scan/suppress';
import { t } from '../text/l10n';
import { ancestors, join } from '../text/path';
import { SourceText } from '../text/sourceText';
import { hasTrace, isAside } from './loadTraces';

export const notLoadedRule = 'env-not-loaded';

/** A file that reads environment variables by their names. */
export interface EnvReader extends Pick<SourceDocument, 'path' | 'languageId'> {
  /** The id of its language. */
  readonly language: string;
  readonly names: readonly string[];
}

/** Undefined for a document that names no variable, and for one that tests, shows or configures something. */
export function envReader(document: SourceDocument): EnvReader | undefined {
  if (isAside(document.path)) return undefined;
  const names = [...new Set(namedReads(document).map(({ name }) => name))];
  const language = languageOf(document)?.id;
  if (names.length === 0 || language === undefined) return undefined;
  const { path, languageId } = document;
  return { path, language, names, ...(languageId === undefined ? {} : { languageId }) };
}

/**
 * `env-not-loaded`: code reads a variable that is in `.env`, and nothing loads `.env`. Told once for each env file and
 * kind of program, in the file that lies nearest to the root. Files are asked only where a name is in an env file; the
 * whole workspace is searched for a trace of a loader only where there would be a finding.
 *
 * @param traces where loaders were found, to be looked at first the next time.
 */
export async function notLoaded(
  workspace: ListableWorkspace,
  readers: readonly EnvReader[],
  settings: Settings,
  cancel: Cancellation = neverCancelled,
  traces: Map<string, string> = new Map(),
  pause?: Pause,
): Promise<readonly Finding[]> {
  const files = new RememberedFiles(workspace);
  const findings: Finding[] = [];
  const programs: Program[] = [];
  await pause?.();
  for (const reader of nearestFirst(readers)) {
    await pause?.();
    if (cancel.cancelled) break;
    const envPath = await givenBy(files, reader, settings);
    if (envPath === undefined) continue;
    const { language } = reader;
    const program = programs.find((one) => one.envPath === envPath && loadAlike(one.language, language)) ?? {
      envPath,
      language,
      asked: 0,
    };
    if (program.asked === 0) programs.push(program);
    if (program.asked++ >= mostAsked) continue;
    const read = await workspace.read(reader.path);
    if (read.kind !== 'text') continue;
    const document = { ...reader, text: read.text };
    const unloaded = await unloadedRead(files, document, settings);
    if (unloaded === undefined) continue;
    program.asked = mostAsked;
    if (!(await hasTrace(workspace, unloaded, cancel, traces, pause)))
      findings.push(...suppress(new SourceText(document.text), [findingOf(document, unloaded)]));
  }
  return findings;
}

/** What reads an env file and loads it in the same ways. */
interface Program {
  readonly envPath: string;
  readonly language: string;
  /** How many of its files were asked. */
  asked: number;
}

/** Where so many files of a program are in order, the others are. */
const mostAsked = 50;

/** Counted once for each: a comparison that counts holds up a large workspace. */
const nearestFirst = (readers: readonly EnvReader[]): readonly EnvReader[] =>
  readers
    .map((reader) => ({ reader, depth: reader.path.split('/').length }))
    .sort((a, b) => a.depth - b.depth || (a.reader.path < b.reader.path ? -1 : 1))
    .map(({ reader }) => reader);

/** The nearest `.env` around the file that gives one of its variables. */
async function givenBy(
  workspace: RememberedFiles,
  { path, names }: EnvReader,
  { policy }: Settings,
): Promise<string | undefined> {
  const name = policy?.envFile?.value ?? '.env';
  for (const dir of ancestors(path)) {
    const envPath = name.includes('/') ? name : join(dir, name);
    const given = await workspace.given(envPath);
    if (names.some((name) => given.has(name))) return envPath;
  }
  return undefined;
}

function findingOf(document: SourceDocument, { read, envPath }: UnloadedRead): Finding {
  const { span, name } = read;
  return {
    rule: notLoadedRule,
    category: 'hygiene',
    provider: null,
    severity: 'warning',
    file: document.path,
    span,
    range: new SourceText(document.text).rangeOf(span),
    preview: '',
    fingerprint: placeFingerprint(notLoadedRule, document.path, envPath),
    message: t('Nothing loads {0}: {1} is not set when this runs.', envPath, name),
    envName: name,
  };
}

/** A finding in a document that was changed since; undefined where the variable is no longer read. */
export function movedRead(document: SourceDocument, finding: Finding): Finding | undefined {
  const read = namedReads(document).find(({ name }) => name === finding.envName);
  return read && { ...finding, span: read.span, range: new SourceText(document.text).rangeOf(read.span) };
}

/** Bytes. */
const longestEnvFile = 2 ** 20;

/** Asks each file once, and reads each env file once; nothing changes while it lives. */
class RememberedFiles {
  readonly #reads = new Map<string, Promise<FileRead>>();
  readonly #given = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(private readonly workspace: ListableWorkspace) {}

  read(path: string): Promise<FileRead> {
    return remembered(this.#reads, path, async () => this.#missing(path) ?? this.workspace.read(path));
  }

  /** Most folders have no env file: there is a quicker way to hear that. */
  #missing(path: string): FileRead | undefined {
    const glanced = this.workspace.glance?.(path, longestEnvFile, { reads: 'named', marks: [] });
    return glanced?.kind === 'missing' ? glanced : undefined;
  }

  facts(path: string): ReturnType<ListableWorkspace['facts']> {
    return this.workspace.facts(path);
  }

  entries(folder: string): ReturnType<ListableWorkspace['entries']> {
    return this.workspace.entries(folder);
  }

  /** The variables to which an env file gives a value. */
  given(path: string): Promise<ReadonlySet<string>> {
    return remembered(this.#given, path, () => namesGiven(this, path));
  }
}

function remembered<T>(known: Map<string, T>, key: string, ask: () => T): T {
  const value = known.get(key) ?? ask();
  known.set(key, value);
  return value;
}
