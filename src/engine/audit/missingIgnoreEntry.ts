import { languageOf } from '../analysers/sourceCode';
import { envTarget } from '../fixes/envTarget';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Workspace } from '../model/ports';
import { placeFingerprint } from '../scan/fingerprint';
import { type Range, SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** The first place where a file reads an environment variable. */
export interface EnvRead {
  readonly file: string;
  readonly span: Span;
  readonly range: Range;
}

/** Where a document first reads an environment variable; undefined where it does not. */
export function firstEnvRead(document: SourceDocument): EnvRead | undefined {
  const match = languageOf(document)?.envRead?.exec(document.text);
  if (match === null || match === undefined) return undefined;
  const span = { start: match.index, end: match.index + match[0].length };
  return { file: document.path, span, range: new SourceText(document.text).rangeOf(span) };
}

/**
 * `env-not-ignored` as a warning: code reads environment variables, so a `.env` is to be expected, and git would
 * add it. Told once, on the root's `.gitignore` where there is one, else where the code reads.
 */
export async function missingIgnoreEntry(
  workspace: Workspace,
  read: EnvRead | undefined,
  known: readonly Finding[],
): Promise<readonly Finding[]> {
  const rule = 'env-not-ignored';
  if (read === undefined || known.some((finding) => finding.rule === rule)) return [];
  const facts = await workspace.facts(await envTarget(workspace, { path: read.file, text: '' }));
  if (facts.inRepository !== true || facts.ignored !== false || facts.tracked === true) return [];
  const start = { line: 0, character: 0 };
  const ignoreFile = await workspace.read('.gitignore');
  const place =
    ignoreFile.kind === 'text'
      ? { file: '.gitignore', span: { start: 0, end: 0 }, range: { start, end: start } }
      : read;
  return [
    {
      rule,
      category: 'hygiene',
      provider: null,
      severity: 'warning',
      ...place,
      preview: '',
      fingerprint: placeFingerprint(rule, '.gitignore', '.env'),
      message:
        'The code reads environment variables and .env is not in .gitignore: the first .env would be added to git.',
    },
  ];
}
