import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Finding,
  failures,
  isFixedWithAll,
  isRefusal,
  OverlayWorkspace,
  planDiff,
  planFiles,
  printable,
  type Settings,
  type Workspace,
} from '../engine/index';
import { applyPlan, PlanFailed } from '../platform/applyPlan.node';
import { toSlashes } from '../platform/files.node';
import { nodeParsers } from '../platform/parsers.node';
import type { NodeWorkspace } from '../platform/workspace.node';
import { auditTargets } from './audit';
import { exitCodes, type Io } from './io';
import { Policies } from './policy';
import { targetsOf } from './targets';

/** What a fix run has done so far: each exit code follows from it. */
interface Tally {
  planned: number;
  /** `file:line:column  reason` for each finding that stays. */
  readonly left: string[];
  readonly notes: Set<string>;
  readonly failed: string[];
}

/**
 * `keystow fix`: one plan per file, each built on what the one before has changed. Without `--write` the plans are
 * laid over the workspace in memory, so that the printed plan is the one that would be carried out.
 */
export async function fix(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      write: { type: 'boolean', default: false },
      config: { type: 'string' },
      'no-config': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const policies = new Policies({ config: values.config, noConfig: values['no-config'] }, io);
  const targets = await targetsOf(positionals, io.cwd);
  const tally: Tally = { planned: 0, left: [], notes: new Set(), failed: [] };
  for (const workspace of new Set(targets.map((target) => target.workspace))) {
    const own = targets.filter((target) => target.workspace === workspace);
    const report = await auditTargets(own, false, policies, { ...io, cwd: workspace.root });
    const settings = await policies.settingsFor(workspace.root);
    for (const { file, reason } of report.skipped) {
      const shown = printable(toSlashes(path.relative(io.cwd, workspace.resolve(file))));
      if (failures.has(reason)) tally.failed.push(`${shown}: ${reason}`);
      else if (reason === 'read in part') tally.left.push(`${shown}  ${reason}`);
    }
    await fixWorkspace(workspace, settings, report.findings.filter(isFixedWithAll), values.write, tally, io);
  }
  tell(tally, values.write, io);
  if (tally.failed.length > 0 || policies.broken) return exitCodes.failed;
  return tally.left.length > 0 ? exitCodes.found : exitCodes.clean;
}

async function fixWorkspace(
  workspace: NodeWorkspace,
  settings: Settings,
  found: readonly Finding[],
  write: boolean,
  tally: Tally,
  io: Io,
): Promise<void> {
  const overlay = new OverlayWorkspace(workspace);
  const current: Workspace = write ? workspace : overlay;
  const name = (file: string): string => printable(toSlashes(path.relative(io.cwd, workspace.resolve(file))));
  const leave = ({ file, range: { start } }: Finding, reason: string): void => {
    tally.left.push(`${name(file)}:${start.line + 1}:${start.character + 1}  ${reason}`);
  };
  const host = { workspace: current, parsers: nodeParsers, settings };
  for await (const { group, plan } of planFiles(host, found)) {
    if (io.cancel.cancelled) return;
    if (isRefusal(plan)) {
      for (const one of group) {
        const own = plan.left?.find(({ finding }) => finding.span.start === one.span.start);
        leave(one, own?.reason ?? plan.refused);
      }
      continue;
    }
    for (const { finding, reason } of plan.left) leave(finding, reason);
    try {
      if (write) await applyPlan(plan, (target) => workspace.resolve(target));
      else overlay.apply(plan.edits);
    } catch (error) {
      if (!(error instanceof PlanFailed)) throw error;
      tally.failed.push(`${name(group[0].file)}: ${error.message}`);
      continue;
    }
    for (const edit of plan.edits) {
      io.out(`${name(edit.path)}: ${edit.label}\n`);
      if (!write) io.out(indented(planDiff(edit, settings)));
    }
    for (const note of plan.notes) tally.notes.add(note);
    tally.planned += plan.edits.length;
  }
}

/** A diff below the line that tells what it does; what a terminal would act on is left out. */
const indented = (diff: string): string =>
  diff
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `  ${printable(line)}\n`)
    .join('');

function tell({ planned, left, notes, failed }: Tally, write: boolean, io: Io): void {
  for (const note of notes) io.out(`${note}\n`);
  for (const line of left) io.out(`left: ${line}\n`);
  for (const line of failed) io.err(`keystow: ${line}\n`);
  if (planned === 0 && left.length === 0 && failed.length === 0) io.out('Nothing to fix.\n');
  else if (planned > 0 && !write) io.out('Nothing is written yet. Add --write to carry this out.\n');
}
