import { parse } from 'dotenv';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import { languageOf } from '../analysers/sourceCode';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import { languages } from '../languages';
import type { Language, Sample } from '../languages/language';
import { isLoadingKnown, loadingFor } from '../loading';
import type { FileFacts, SourceDocument } from '../model/document';
import { isRefusal, type Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { dirName, join } from '../text/path';
import { envTarget } from './envTarget';
import type { Host } from './host';
import { projectFiles } from './projectFiles';
import { readOnce } from './readOnce';
import type { RemovalEdits } from './removal';
import { removalsFor } from './removals';
import { selectedValue } from './selectedValue';

/** How code of a file or a language reads an environment variable. */
export interface EnvReference {
  /** As the env file has it: a framework may want it under another name than it was asked for. */
  readonly name: string;
  readonly language: string;
  readonly lookup: Lookup | Refusal;
  /** Where the variable belongs. */
  readonly envPath: string;
  readonly facts: FileFacts;
  /** The env files and templates beside it, and what they say of the variable. Never a value. */
  readonly files: readonly EnvMention[];
  readonly loaded: Loaded;
}

export interface Lookup {
  /** `os.environ["OPENAI_API_KEY"]` */
  readonly expression: string;
  /** What else the file needs: imports, a helper. */
  readonly needs: readonly string[];
  /** Files that declare the variable before code can read it. */
  readonly declares: readonly string[];
  readonly notes: readonly string[];
}

export interface EnvMention {
  readonly path: string;
  readonly isTemplate: boolean;
  /** `bare`: named without a value. */
  readonly has: 'value' | 'bare' | 'nothing';
}

/** Whether the program gets what the env file says; `missing` says what would do it. */
export type Loaded =
  | { readonly kind: 'loaded' | 'by-team' | 'unknown' }
  | { readonly kind: 'missing'; readonly how: string };

/** A document for a language that no file is named of: `python`, `Python`, `py`, `.py`. */
export function documentOf(language: string): SourceDocument | undefined {
  const asked = language.toLowerCase().replace(/^\./, '');
  const found = languages.find(
    ({ id, title, languageIds, extensions }) =>
      id === asked ||
      title.toLowerCase() === asked ||
      languageIds.includes(asked) ||
      extensions.includes(`.${asked}`),
  );
  return (
    found && {
      path: `keystow-sample${found.extensions[0] ?? ''}`,
      text: '',
      languageId: found.languageIds[0] ?? '',
    }
  );
}

/**
 * What a move would make of a string at the end of the document, for a variable of this name; nothing is written.
 * Refused for files of which no language is known.
 */
export async function envReference(
  { workspace: given, ...rest }: Host,
  document: SourceDocument,
  name: string,
): Promise<EnvReference | Refusal> {
  const host = { ...rest, workspace: readOnce(given) };
  const { workspace, settings } = host;
  const language = languageOf(document);
  if (language === undefined) return { refused: t('Keystow knows no lookup for this kind of file.') };
  const envPath = await envTarget(workspace, document, settings);
  const asked = await lookupIn(host, document, language, name, envPath);
  const stored = 'refused' in asked ? name : asked.name;
  return {
    name: stored,
    language: language.title,
    lookup: 'refused' in asked ? asked : asked.lookup,
    envPath,
    facts: await workspace.facts(envPath),
    files: await mentions(workspace, envPath, stored),
    loaded:
      settings?.policy?.loader?.value === 'none'
        ? { kind: 'by-team' }
        : 'refused' in asked
          ? { kind: 'unknown' }
          : await loadedIn(workspace, asked.source, document, envPath),
  };
}

interface Asked {
  readonly name: string;
  readonly lookup: Lookup;
  readonly source: RemovalEdits;
}

const value = 'keystow';

async function lookupIn(
  host: Host,
  document: SourceDocument,
  language: Language,
  name: string,
  envPath: string,
): Promise<Asked | Refusal> {
  const { sample } = language;
  if (sample === undefined)
    return {
      refused: language.browser
        ? t(
            'This code runs in the browser, where every visitor can read the key. Call the provider from a server.',
          )
        : t('Keystow does not rewrite {0}.', language.title),
    };
  const probe = { ...document, text: withSample(document.text, sample) };
  const start = probe.text.lastIndexOf(value);
  const finding = selectedValue(probe, { start, end: start + value.length });
  if (finding === undefined) return { refused: t('The file could not be read as a program.') };
  const removals = await removalsFor(host, probe, [finding], { name });
  const [wanted] = removals.wanted;
  if (wanted === undefined)
    return { refused: removals.refused[0]?.reason ?? t('The file could not be read as a program.') };
  const source = removals.edits([wanted.name], envPath);
  if (isRefusal(source)) return source;
  const own = source.edits.find(({ span }) => span.start <= start && start < span.end);
  if (own === undefined) return { refused: t('The file could not be read as a program.') };
  const needs = source.edits.filter((edit) => edit !== own && edit.newText.trim() !== '');
  return {
    name: wanted.name,
    source,
    lookup: {
      expression: own.newText.trim(),
      needs: needs.map(({ newText }) => newText.trim()),
      declares: source.others?.edits.map(({ path }) => path) ?? [],
      notes: source.notes,
    },
  };
}

function withSample(text: string, { head = '', text: sample, alone }: Sample): string {
  if (alone || text.trim() === '') return head + sample;
  const eol = eolOf(text);
  return `${text}${/[\r\n]$/.test(text) ? '' : eol}${sample.replaceAll('\n', eol)}`;
}

async function mentions(workspace: Workspace, envPath: string, name: string): Promise<readonly EnvMention[]> {
  const dir = dirName(envPath);
  const names = (await workspace.entries(dir)) ?? [];
  const paths = names
    .filter((entry) => !entry.isFolder && (isEnvFile(entry.name) || isEnvTemplate(entry.name)))
    .map((entry) => join(dir, entry.name));
  return Promise.all(
    [...new Set([envPath, ...paths.sort()])].map(async (path) => ({
      path,
      isTemplate: isEnvTemplate(path),
      has: await mentionIn(workspace, path, name),
    })),
  );
}

async function mentionIn(workspace: Workspace, path: string, name: string): Promise<EnvMention['has']> {
  const read = await workspace.read(path);
  const given = read.kind === 'text' ? parse(read.text)[name] : undefined;
  if (given === undefined) return 'nothing';
  return given === '' || isOnlyPlaceholder(given) ? 'bare' : 'value';
}

async function loadedIn(
  workspace: Workspace,
  { reads, others }: RemovalEdits,
  document: SourceDocument,
  envPath: string,
): Promise<Loaded> {
  if (reads === undefined || others?.readBy !== undefined || !isLoadingKnown(reads.language))
    return { kind: 'unknown' };
  const { language, text, before, imports } = reads;
  const plan = await loadingFor({
    document: { ...document, text },
    language,
    envPath,
    before,
    imports,
    workspace,
    project: projectFiles(workspace, document.path),
  });
  if (plan === undefined) return { kind: 'loaded' };
  return { kind: 'missing', how: plan.how ?? plan.notes[0] ?? t('Set the variable at each start.') };
}
