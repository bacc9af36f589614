import * as vscode from 'vscode';
import { type PushRefusal, pushRefusal, pushSteps } from '../../engine/index';
import { guarded } from '../errors';
import type { Platform } from '../platform';
import type { DocumentScanner } from '../services/documentScanner';
import { type GitApi, type Repository, withGit } from '../services/gitApi';
import type { Log } from '../services/log';
import type { ReadOnlyTexts } from '../services/readOnlyTexts';
import { showKey } from '../services/showKey';

/** Commits of a branch that are asked for: more are not pushed at once. */
const mostCommits = 1000;

/** What works with a push that was refused. */
export interface RefusedPushServices {
  readonly git: NonNullable<Platform['git']>;
  readonly scanner: DocumentScanner;
  readonly texts: ReadOnlyTexts;
  readonly log: Log;
}

/** A push that was refused because of a key is told with the key's place, and with the steps that get it through. */
export const registerRefusedPush = (services: RefusedPushServices): vscode.Disposable =>
  withGit((git) =>
    git.registerPushErrorHandler({
      handlePushError: async (repository, _remote, _refspec, { stderr = '' }) => {
        const refusal = pushRefusal(stderr);
        if (refusal === undefined) return false;
        // Not awaited: the push has ended, whatever is done about it.
        void guarded(services.log, 'a refused push', () => tell(services, git, repository, refusal))();
        return true;
      },
    }),
  );

async function tell(
  { git: platform, scanner, texts }: RefusedPushServices,
  git: GitApi,
  { rootUri }: Repository,
  refusal: PushRefusal,
): Promise<void> {
  const [place] = refusal.keys.flatMap(({ places }) => places);
  const keyButton = vscode.l10n.t('Show Key');
  const stepsButton = vscode.l10n.t('Show Steps');
  const buttons = place === undefined ? [stepsButton] : [keyButton, stepsButton];
  const chosen = await vscode.window.showErrorMessage(messageOf(refusal), ...buttons);
  if (chosen === keyButton && place !== undefined) {
    const line = place.line - 1;
    await showKey(git, scanner, {
      file: vscode.Uri.joinPath(rootUri, place.file),
      ref: place.commit,
      range: new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER),
      fits: ({ category }) => category === 'key',
    });
  } else if (chosen === stepsButton) {
    const commits = await platform.commits(rootUri, mostCommits);
    await texts.showMarkdown(`${vscode.l10n.t('Refused Push')}.md`, pushSteps(refusal, commits));
  }
}

function messageOf({ server, keys }: PushRefusal): string {
  const [first] = keys;
  const [place] = first?.places ?? [];
  if (first === undefined || place === undefined)
    return vscode.l10n.t('{0} refused the push: it saw a key in what was pushed.', server);
  const at = `${place.file}:${place.line}`;
  const { t } = vscode.l10n;
  return keys.length === 1
    ? t(
        '{0} refused the push: {1} in {2}. Take it out of the commit that brought it; a further commit does not help.',
        server,
        first.kind,
        at,
      )
    : t(
        '{0} refused the push: {1} in {2}, and {3} more. Take it out of the commit that brought it; a further commit does not help.',
        server,
        first.kind,
        at,
        keys.length - 1,
      );
}
