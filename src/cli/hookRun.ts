import { type AuditReport, failures, stopsCommit } from '../engine/index';
import type { GitAuditOptions } from '../git/repository';
import { auditStaged } from '../git/staged';
import { type HookName, hookNames, stoppedBy } from '../guard/hooks';
import { version } from '../version';
import { refusal } from './hookMessage';
import { CliError, exitCodes, frames, type Io, isForUser } from './io';
import { Policies } from './policy';

/** What each hook checks. */
const checks: Readonly<
  Record<HookName, (policies: Policies, io: Io, args: readonly string[]) => Promise<AuditReport>>
> = {
  'pre-commit': staged,
  'pre-merge-commit': staged,
  'pre-push': pushed,
};

/**
 * Audits what git is about to take. 0: it may pass; 1: a key is in it; 2: it could not be checked, which stops it too.
 * With KEYSTOW_PROBE in the environment nothing is judged: it is only shown that the check can be done.
 */
export async function runHook(args: readonly string[], io: Io): Promise<number> {
  const [name, ...more] = args;
  const hook = hookNames.find((one) => one === name);
  try {
    if (hook === undefined || more.length > (hook === 'pre-push' ? 2 : 0))
      throw new CliError(`hook run takes the name of a hook: ${hookNames.join(', ')}`);
    const policies = new Policies({ noConfig: false }, io);
    const report = await checks[hook](policies, io, more);
    const { KEYSTOW_PROBE: probed } = process.env;
    if (probed !== undefined) {
      io.out(
        `${probed} keystow ${version} (${__dirname}), node ${process.versions.node} (${process.execPath})\n`,
      );
      return exitCodes.clean;
    }
    if (io.cancel.cancelled) return exitCodes.interrupted;
    const failed = report.skipped.filter(({ reason }) => failures.has(reason));
    for (const { file, reason } of failed) io.err(`keystow: ${file}: ${reason}\n`);
    const found = report.findings.filter(stopsCommit);
    if (found.length > 0) io.err(refusal(hook, found));
    if (failed.length > 0 || policies.broken) {
      const what = stoppedBy(hook);
      io.err(`keystow: not everything could be checked; git ${what} --no-verify goes on without the check\n`);
      return exitCodes.failed;
    }
    return found.length > 0 ? exitCodes.found : exitCodes.clean;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    io.err(
      isForUser(error)
        ? `keystow: ${error.message}\n`
        : `keystow: internal error (${error.name})\n${frames(error)}\n`,
    );
    return exitCodes.failed;
  }
}

function staged(policies: Policies, io: Io): Promise<AuditReport> {
  return auditStaged(io.cwd, optionsFrom(policies, io));
}

/** Git says on standard input what is pushed, and as arguments to where; the pre-commit framework has that in a variable. */
async function pushed(policies: Policies, io: Io, [remote]: readonly string[]): Promise<AuditReport> {
  const { auditPush } = await import('../git/commits');
  const refs = new TextDecoder().decode(await io.stdin());
  return auditPush(io.cwd, refs, optionsFrom(policies, io), remote ?? process.env.PRE_COMMIT_REMOTE_NAME);
}

const optionsFrom = (policies: Policies, io: Io): GitAuditOptions => ({
  settingsFor: (root) => policies.settingsFor(root),
  cancel: io.cancel,
});
