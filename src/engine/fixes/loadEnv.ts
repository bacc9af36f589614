import { parse } from 'dotenv';
import { languageOf } from '../analysers/sourceCode';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import type { Language } from '../languages/language';
import { missingLoad } from '../loading';
import type { SourceDocument } from '../model/document';
import type { FixOffer, FixPlan, Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import { type NamedRead, namedReads } from '../scan/envReads';
import { importsIn } from '../syntax/imports';
import { t } from '../text/l10n';
import { baseName } from '../text/path';
import type { Span } from '../text/span';
import { nameRefusal } from './envNames';
import { envTarget } from './envTarget';
import type { Host } from './host';
import { projectFiles } from './projectFiles';

/** A variable that a program reads, that its env file gives, and that never gets there. */
export interface UnloadedRead {
  readonly read: NamedRead;
  readonly envPath: string;
  readonly language: Language;
  readonly load: NonNullable<Awaited<ReturnType<typeof missingLoad>>>;
}

/** The first one of a document, as far as the files that `loading` looks at tell; undefined where there is none. */
export async function unloadedRead(
  workspace: Workspace,
  document: SourceDocument,
  settings: Settings | undefined,
  imports: () => Promise<readonly Span[]> = async () => [],
): Promise<UnloadedRead | undefined> {
  const { path, text } = document;
  const language = languageOf(document);
  if (settings?.policy?.loader?.value === 'none') return undefined;
  if (language === undefined || language.browser || language.isBrowserCode?.(text) || path.endsWith('.ipynb'))
    return undefined;
  const reads = namedReads(document).filter(({ name }) => nameRefusal(name) === undefined);
  if (reads.length === 0) return undefined;
  const envPath = await envTarget(workspace, document, settings);
  const given = await namesGiven(workspace, envPath);
  const read = reads.find(({ name }) => given.has(name));
  if (read === undefined) return undefined;
  const load = await missingLoad({
    document,
    language: language.id,
    envPath,
    before: read.span.start,
    imports,
    workspace,
    project: projectFiles(workspace, path),
  });
  return load && { read, envPath, language, load };
}

/** The variables to which an env file gives a value. */
export async function namesGiven(workspace: Workspace, envPath: string): Promise<ReadonlySet<string>> {
  const env = await workspace.read(envPath);
  const values = Object.entries(env.kind === 'text' ? parse(env.text) : {});
  return new Set(values.flatMap(([name, value]) => (value === '' || isOnlyPlaceholder(value) ? [] : [name])));
}

/** Undefined where something loads the file by now. */
export async function loadOffer(
  { workspace, settings }: Host,
  document: SourceDocument,
): Promise<FixOffer | undefined> {
  const unloaded = await unloadedRead(workspace, document, settings);
  if (unloaded === undefined) return undefined;
  const { envPath, load } = unloaded;
  return { id: 'load-env', title: t('Load {0}: {1}', baseName(envPath), load.how) };
}

/** Plans what loads the env file that a document reads from; an empty plan where something does by now. */
export async function planLoadEnv(
  { workspace, parsers, settings }: Host,
  document: SourceDocument,
): Promise<FixPlan | Refusal> {
  const { path, text } = document;
  const grammar = languageOf(document)?.rewriting?.grammar;
  const unloaded = await unloadedRead(workspace, document, settings, async () =>
    grammar === undefined ? [] : importsIn(await parsers.parse(grammar, text)),
  );
  if (unloaded === undefined) return { edits: [], stored: [], notes: [] };
  const { envPath, load } = unloaded;
  if (load.source.length > 0) {
    const own = await workspace.read(path);
    if (own.kind === 'text' && own.readOnly) return { refused: t('{0} is read-only.', path) };
  }
  const label = t('load {0}', baseName(envPath));
  return {
    edits: [
      ...load.others,
      ...(load.source.length === 0
        ? []
        : [{ kind: 'change' as const, path, label, before: text, edits: load.source }]),
    ],
    stored: [],
    notes: load.notes,
    ...(load.install === undefined ? {} : { install: load.install }),
  };
}
