import { type FixPlan, isRefusal, type Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { t } from '../text/l10n';
import type { CiHost } from './ciHost';
import { github } from './github';
import { gitlab } from './gitlab';
import { packageManagerOf } from './packageManager';
import { remotesOf } from './remotes';

/** Every service for which a check can be written. To add one: its file, and its line here. */
export const ciHosts: readonly CiHost[] = [github, gitlab];

/** The service that a project uses: by its file, else by its remotes. Undefined where that does not tell. */
export async function detectCiHost(workspace: Workspace): Promise<CiHost | undefined> {
  const names = new Set((await workspace.entries(''))?.map(({ name }) => name));
  const byEntry = ciHosts.filter(({ entry }) => names.has(entry));
  if (byEntry.length === 1) return byEntry[0];
  const remotes = await remotesOf(workspace);
  const byRemote = ciHosts.filter(({ remote }) => remotes.some(({ host }) => remote.test(host)));
  return byRemote.length === 1 ? byRemote[0] : undefined;
}

/** Plans the check of a service. Reads through the port and writes nothing; a plan without edits says why in its notes. */
export async function planCi(workspace: Workspace, host: CiHost): Promise<FixPlan | Refusal> {
  const { inRepository } = await workspace.facts('package.json');
  const names = (await workspace.entries(''))?.map(({ name }) => name) ?? [];
  if (inRepository === true && !names.includes('.git'))
    return { refused: t("This is not the repository's root, and only there CI looks for its file.") };
  const manager = await packageManagerOf(workspace);
  return isRefusal(manager) ? manager : host.plan(workspace, manager, await defaultBranch(workspace));
}

/** The branch that the remote calls its own; `main` where that is not known. */
async function defaultBranch(workspace: Workspace): Promise<string> {
  const read = await workspace.read('.git/refs/remotes/origin/HEAD');
  const [, name] =
    read.kind === 'text' ? (/^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(read.text) ?? []) : [];
  return name ?? 'main';
}
