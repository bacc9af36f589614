import ignore from 'ignore';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import type { Cancellation, ListableWorkspace } from '../model/ports';
import { policyFile } from '../policy';
import { baseName } from '../text/path';

/** Where GitHub and GitLab look for owners, in their order; the first that is there counts. */
const ownersFiles = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

/**
 * Committed files that decide how keys are kept (env files and their templates, the policy) and that nobody owns yet.
 * CODEOWNERS is read as the ignore files that its patterns are like:
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners,
 * read 2026-11-28
 */
export async function unownedFiles(
  workspace: ListableWorkspace,
  cancel: Cancellation,
): Promise<readonly string[]> {
  const { files } = await workspace.list({ ignored: false, cancel });
  const kept = files.filter(({ path, facts }) => {
    if (facts.ignored === true) return false;
    return (
      isEnvTemplate(path) || baseName(path) === policyFile || (isEnvFile(path) && facts.tracked === true)
    );
  });
  const isOwned = await owned(workspace);
  return kept.map(({ path }) => path).filter((path) => !isOwned(path));
}

async function owned(workspace: ListableWorkspace): Promise<(path: string) => boolean> {
  for (const file of ownersFiles) {
    const read = await workspace.read(file);
    if (read.kind !== 'text') continue;
    const patterns = read.text
      .split(/\r?\n/)
      .map((line) => /^((?:\\ |[^\s#[^])(?:\\ |\S)*)\s+[^\s#]/.exec(line)?.[1])
      .filter((pattern) => pattern !== undefined);
    const matcher = ignore().add(patterns);
    return (path) => matcher.ignores(path);
  }
  return () => false;
}
