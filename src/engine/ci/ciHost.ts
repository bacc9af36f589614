import type { FixPlan, Refusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import type { PackageManager } from './packageManager';

/** A service that runs pipelines, and where it looks for them. */
export interface CiHost {
  readonly id: string;
  readonly title: string;
  /** What tells that a project uses it: an entry of its root, and the name of a remote's host. */
  readonly entry: string;
  readonly remote: RegExp;
  /** Without edits where there is nothing to do; the notes say why. */
  plan(workspace: Workspace, manager: PackageManager, branch: string): Promise<FixPlan | Refusal>;
}

/** A plan that changes nothing, and the reason. */
export const nothingToDo = (note: string): FixPlan => ({ edits: [], stored: [], notes: [note] });
