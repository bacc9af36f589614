import { analyserFor } from '../analysers';
import { envContent } from '../analysers/envContent';
import { type EnvFormatProblem, withSafeEdits } from '../analysers/envFormat';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { FixPlan, Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { keySpans } from '../scan/explainKeys';
import { type ShownKey, shownKeys } from '../scan/findShownKeys';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { once } from '../text/once';
import { baseName } from '../text/path';

type Mendable = EnvFormatProblem | ShownKey;

/** Finds what mends a place; undefined where a person has to know what is meant. */
export type LineEdits = (finding: Finding) => readonly TextEdit[] | undefined;

/** What mends the places of a document that its text alone tells; it is read once for all of them. */
export function lineEditsOf(document: SourceDocument): LineEdits {
  const find = mendable(document);
  return (finding) => find(finding)?.edits;
}

function mendable(document: SourceDocument): (finding: Finding) => Mendable | undefined {
  const problems = once((): readonly Mendable[] =>
    analyserFor(document).id === 'dotenv' ? envContent(document, keySpans(document)) : shownKeys(document),
  );
  return ({ rule, span }) => problems().find((one) => one.rule === rule && one.span.start === span.start);
}

/** Plans it. */
export async function planLineEdits(
  workspace: Workspace,
  document: SourceDocument,
  finding: Finding,
): Promise<FixPlan | Refusal> {
  const problem = mendable(document)(finding);
  const edits =
    problem === undefined || finding.rule === 'env-value-shown'
      ? problem?.edits
      : withSafeEdits(document.text, problem).edits;
  if (edits === undefined) return { refused: finding.message };
  const read = await workspace.read(document.path);
  if (read.kind === 'text' && read.readOnly) return { refused: t('{0} is read-only.', document.path) };
  const label =
    finding.rule === 'env-value-shown'
      ? t('print whether it is set')
      : t('mend a line of {0}', baseName(document.path));
  return {
    edits: [{ kind: 'change', path: document.path, label, before: document.text, edits }],
    stored: [],
    notes: [],
  };
}

/** What each fix is called. */
const titles: Readonly<Record<string, () => string>> = {
  'env-spaces': () => t('Remove the blanks around ='),
  'env-colon': () => t('Write = in place of the colon'),
  'env-export': () => t('Remove export'),
  'env-quotes': () => t('Remove the quotes'),
  'env-unclosed-quote': () => t('Remove the open quote'),
  'env-unquoted-hash': () => t('Put the value in single quotes'),
  'env-dollar': () => t('Put the value in single quotes'),
  'env-inline-comment': () => t('Put the comment on a line of its own'),
  'env-trailing-blank': () => t('Remove the blanks behind the value'),
  'env-duplicate': () => t('Delete this line: the last one counts'),
  'env-final-newline': () => t('Add a line end'),
  'env-crlf': () => t('End all lines with LF'),
  'env-commented-key': () => t('Delete the line with the old key'),
};

/** Whether a rule of env files has a fix that the text alone tells. */
export const isMended = (rule: string): boolean => Object.hasOwn(titles, rule);

export const mendTitle = (rule: string): string => titles[rule]?.() ?? t('Mend the line');
