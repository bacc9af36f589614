import { randomBytes } from 'node:crypto';
import {
  accepting,
  dayOf,
  type FileEdit,
  type NewAcceptance,
  type Policy,
  policyFile,
  type Settings,
} from '../engine/index';
import { applyPlan, PlanFailed } from '../platform/applyPlan.node';
import { authorIn } from '../platform/git.node';
import type { NodeWorkspace } from '../platform/workspace.node';
import { CliError } from './io';
import { policyText } from './place';

/** Settings under which fingerprints are those that an accepted finding is written with: a new project gets its salt. */
export function salted(settings: Settings, policy: Policy): Settings {
  const isNew = policy.salt === undefined && policy.accepted.length === 0;
  return isNew ? { ...settings, policy: { ...policy, salt: randomBytes(16).toString('hex') } } : settings;
}

/** What is written with every finding that is accepted now. */
export async function signature(workspace: NodeWorkspace): Promise<Pick<NewAcceptance, 'author' | 'date'>> {
  const author = await authorIn(workspace.root);
  return { ...(author === undefined ? {} : { author }), date: dayOf(new Date()) };
}

/**
 * Writes accepted findings into the project's policy.
 *
 * @throws CliError where the policy cannot be changed: it is then as it was.
 */
export async function writeAcceptances(
  workspace: NodeWorkspace,
  { policy }: Settings,
  accepted: readonly NewAcceptance[],
): Promise<void> {
  const { text, isThere } = await policyText(workspace.root);
  const after = accepting(text, policy?.salt, accepted);
  if (typeof after !== 'string') throw new CliError(`${policyFile}: ${after.refused}`);
  const label = 'accept';
  const edit: FileEdit = isThere
    ? {
        kind: 'change',
        path: policyFile,
        label,
        before: text,
        edits: [{ span: { start: 0, end: text.length }, newText: after }],
      }
    : { kind: 'create', path: policyFile, label, text: after };
  try {
    await applyPlan({ edits: [edit], stored: [], notes: [] }, (path) => workspace.resolve(path));
  } catch (error) {
    if (error instanceof PlanFailed) throw new CliError(error.message);
    throw error;
  }
}
