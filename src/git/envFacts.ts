import { type FileFacts, isEnvFile } from '../engine/index';
import type { NodeWorkspace } from '../platform/workspace.node';
import { tracked } from './repository';

/**
 * What is known of the env files among some of a repository, which git has: which framework commits them by convention, as
 * the work tree tells.
 *
 * @param workspace undefined where there is no work tree.
 */
export async function factsOfEnvFiles(
  workspace: NodeWorkspace | undefined,
  files: Iterable<string>,
): Promise<ReadonlyMap<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  for (const file of new Set(files))
    if (isEnvFile(file)) facts.set(file, { ...(await workspace?.facts(file)), ...tracked });
  return facts;
}
