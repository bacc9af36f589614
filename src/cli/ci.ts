import { parseArgs } from 'node:util';
import { type CiHost, ciHosts, detectCiHost, isRefusal, planCi } from '../engine/index';
import { applyPlan, PlanFailed } from '../platform/applyPlan.node';
import { repositoryRoot } from '../platform/files.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { CliError, exitCodes, type Io } from './io';

const ids = ciHosts.map(({ id }) => id).join(' or ');

/** `keystow ci init`: writes the check into the repository's own file of its CI service; what is there stays. */
export async function ci(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [action, id, ...more] = positionals;
  if (action !== 'init' || more.length > 0) throw new CliError(`ci takes init, and then ${ids}`);
  const root = await repositoryRoot(io.cwd);
  if (root === undefined) throw new CliError('not in a git repository');
  const workspace = new NodeWorkspace(root);
  const plan = await planCi(workspace, await hostFor(workspace, id));
  if (isRefusal(plan)) throw new CliError(plan.refused);
  try {
    await applyPlan(plan, (file) => workspace.resolve(file));
  } catch (error) {
    if (error instanceof PlanFailed) throw new CliError(error.message);
    throw error;
  }
  for (const { path, label } of plan.edits) io.out(`${path}: ${label}\n`);
  for (const note of plan.notes) io.out(`${note}\n`);
  return exitCodes.clean;
}

async function hostFor(workspace: NodeWorkspace, id: string | undefined): Promise<CiHost> {
  if (id !== undefined) {
    const named = ciHosts.find((one) => one.id === id);
    if (named === undefined) throw new CliError(`unknown CI service "${id}"; choose ${ids}`);
    return named;
  }
  const found = await detectCiHost(workspace);
  if (found === undefined) throw new CliError(`nothing here tells which CI service is used; choose ${ids}`);
  return found;
}
