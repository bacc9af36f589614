import { envTarget } from '../fixes/envTarget';
import type { Finding } from '../model/finding';
import type { Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import type { EnvRead } from '../scan/envReads';
import { placeFingerprint } from '../scan/fingerprint';
import { t } from '../text/l10n';

/**
 * `env-not-ignored` as a warning: code reads environment variables, so a `.env` is to be expected, and git would
 * add it. Told once, on the root's `.gitignore` where there is one, else where the code reads.
 */
export async function missingIgnoreEntry(
  workspace: Workspace,
  read: EnvRead | undefined,
  known: readonly Finding[],
  settings: Settings,
): Promise<readonly Finding[]> {
  const rule = 'env-not-ignored';
  if (read === undefined || known.some((finding) => finding.rule === rule)) return [];
  const facts = await workspace.facts(await envTarget(workspace, { path: read.file, text: '' }, settings));
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
      message: t(
        'The code reads environment variables and .env is not in .gitignore: the first .env would be added to git.',
      ),
    },
  ];
}
