import {
  type Cancellation,
  type Finding,
  type FixPlan,
  isRefusal,
  OverlayWorkspace,
  type Parsers,
  planFiles,
} from '../../engine/index';
import type { SettingsService } from './settings';
import type { EditorWorkspace } from './workspaces';

/** What becomes of the keys of one file. */
export interface FilePlan {
  readonly path: string;
  readonly plan: FixPlan;
}

export interface BulkPlan {
  /** One per file that loses keys, each built on those before it. */
  readonly files: readonly FilePlan[];
  /** How many keys stay. */
  readonly left: number;
}

/** Plans the moves of many files of a folder in memory; nothing is written. */
export class BulkPlanner {
  constructor(
    private readonly parsers: Parsers,
    private readonly settings: SettingsService,
  ) {}

  async plan(
    workspace: EditorWorkspace,
    findings: readonly Finding[],
    cancel: Cancellation,
  ): Promise<BulkPlan> {
    const overlay = new OverlayWorkspace(workspace);
    const settings = this.settings.for(workspace.folder);
    const files: FilePlan[] = [];
    let left = 0;
    for await (const { group, plan } of planFiles(
      { workspace: overlay, parsers: this.parsers, settings },
      findings,
    )) {
      if (cancel.cancelled) break;
      if (isRefusal(plan)) {
        left += group.length;
        continue;
      }
      left += plan.left.length;
      files.push({ path: group[0].file, plan });
      overlay.apply(plan.edits);
    }
    return { files, left };
  }
}
