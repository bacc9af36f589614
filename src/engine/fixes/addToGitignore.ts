import { isEnvFile } from '../analysers/envFiles';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { type FixPlan, isRefusal, type Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { baseName } from '../text/path';
import { ignoreEntry } from './ignoreEntry';

/** Plans the ignore entry that an `env-not-ignored` finding lacks. */
export async function planAddToGitignore(
  workspace: Workspace,
  document: SourceDocument,
  finding: Finding,
): Promise<FixPlan | Refusal> {
  const line = document.text.slice(finding.span.start, finding.span.end);
  const [, pattern, comment] = /^(\S+)[ \t]+(#.*)$/.exec(line) ?? [];
  if (baseName(finding.file) === '.gitignore' && pattern !== undefined && comment !== undefined) {
    const newText = `${comment}${eolOf(document.text)}${pattern}`;
    const edits = [{ span: finding.span, newText }];
    return {
      edits: [
        { kind: 'change', path: finding.file, label: t('ignore {0}', pattern), before: document.text, edits },
      ],
      stored: [],
      notes: [],
    };
  }
  const edits = await ignoreEntry(workspace, isEnvFile(finding.file) ? finding.file : '.env');
  return isRefusal(edits) ? edits : { edits, stored: [], notes: [] };
}
