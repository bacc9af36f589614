import { dockerfile } from '../analysers/dockerfile';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import { folderCopy } from '../analysers/imageCopies';
import { fromContext, ignoreFileOf } from '../fixes/dockerignoreEntry';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Workspace } from '../model/ports';
import { placeFingerprint } from '../scan/fingerprint';
import { dockerIgnored } from '../text/dockerignore';
import { t } from '../text/l10n';
import { baseName, dirName, join } from '../text/path';
import { SourceText } from '../text/sourceText';

/** A Dockerfile that takes its whole folder. */
export type ImageCopy = Pick<Finding, 'file' | 'span' | 'range'>;

export function imageCopy({ path, text }: SourceDocument): ImageCopy | undefined {
  if (!dockerfile.claims.names.test(baseName(path))) return undefined;
  const span = folderCopy(text);
  return span && { file: path, span, range: new SourceText(text).rangeOf(span) };
}

/**
 * `dockerignore-missing-env`: an env file lies in a folder that goes into an image as a whole, and nothing keeps it out. A
 * warning where a template says that one is to be expected.
 */
export async function envInImages(
  workspace: Workspace,
  copies: readonly ImageCopy[],
): Promise<readonly Finding[]> {
  const rule = 'dockerignore-missing-env';
  const found: Finding[] = [];
  for (const copy of copies) {
    const names = ((await workspace.entries(dirName(copy.file))) ?? [])
      .filter(({ isFolder }) => !isFolder)
      .map(({ name }) => name);
    const { path, read, context } = await ignoreFileOf(workspace, copy.file);
    if (read.kind === 'skipped') continue;
    const ignored = dockerIgnored(read.kind === 'text' ? read.text : '');
    const isKeptOut = (name: string): boolean =>
      ignored(fromContext(context, join(dirName(copy.file), name)) ?? name);
    const there = names.filter((name) => isEnvFile(name)).find((name) => !isKeptOut(name));
    const isExpected = names.some((name) => isEnvTemplate(name)) && !isKeptOut('.env');
    const name = there ?? (isExpected ? '.env' : undefined);
    if (name === undefined) continue;
    found.push({
      rule,
      category: 'hygiene',
      provider: null,
      severity: there === undefined ? 'warning' : 'error',
      ...copy,
      preview: '',
      fingerprint: placeFingerprint(rule, copy.file, name),
      message:
        there === undefined
          ? t(
              'The whole folder goes into the image, and {1} does not name {0}: the first one goes with it.',
              name,
              baseName(path),
            )
          : t('{0} goes into the image with the whole folder. Name it in {1}.', name, baseName(path)),
      envName: name,
    });
  }
  return found;
}
