import { isEnvFile } from '../analysers/envFiles';
import { envLines, hasValues } from '../analysers/envLines';
import type { FileFacts } from '../model/document';
import type { Finding } from '../model/finding';
import type { Cancellation, FileRead, Pause, Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import { isAsked } from '../policy/inForce';
import { placeFingerprint } from '../scan/fingerprint';
import { suppress } from '../scan/suppress';
import { globs } from '../text/globs';
import { t } from '../text/l10n';
import { baseName, dirName } from '../text/path';
import { shellWord } from '../text/shellWord';
import { SourceText } from '../text/sourceText';
import { envFilesIn } from './envFilesIn';

const rule = 'env-readable';

/**
 * `env-readable`: whoever has an account on the machine can read the file. Its group may: that is often given on purpose.
 * What git tracks is read by more people anyway.
 */
export function envReadable(path: string, read: FileRead, { tracked }: FileFacts): readonly Finding[] {
  if (read.kind !== 'text' || ((read.mode ?? 0) & 0o004) === 0 || tracked === true) return [];
  const span = envLines(read.text)[0]?.nameSpan;
  if (!isEnvFile(path) || span === undefined || !hasValues(read.text)) return [];
  const source = new SourceText(read.text);
  const finding: Finding = {
    rule,
    category: 'hygiene',
    provider: null,
    severity: 'info',
    file: path,
    span,
    range: source.rangeOf(span),
    preview: '',
    fingerprint: placeFingerprint(rule, path, baseName(path)),
    message: t('Everybody on this machine can read {0}. Run chmod 600 {1}.', baseName(path), shellWord(path)),
  };
  return suppress(source, [finding]);
}

/** The same of the env files beside some files; nothing is read where nobody has asked for the rule. */
export async function readableEnvFiles(
  workspace: Workspace,
  files: readonly string[],
  settings: Settings,
  cancel: Cancellation,
  pause?: Pause,
): Promise<readonly Finding[]> {
  if (!isAsked(rule, settings)) return [];
  const isExcluded = globs(settings.exclude);
  const found: Finding[] = [];
  for (const path of await envFilesIn(workspace, files.map(dirName), cancel, pause)) {
    if (cancel.cancelled) break;
    if (isExcluded(path)) continue;
    const read = await workspace.read(path, settings.maxFileSize * 1024);
    found.push(...envReadable(path, read, await workspace.facts(path)));
  }
  return found;
}
