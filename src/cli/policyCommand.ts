import { parseArgs } from 'node:util';
import {
  dayOf,
  explainAcceptances,
  explainPolicy,
  globs,
  knownIds,
  loadPolicy,
  type Placed,
  policyFile,
  usualSeverity,
  weakenings,
  withoutKeys,
} from '../engine/index';
import { importBaseline } from './importBaseline';
import { CliError, exitCodes, type Io } from './io';
import { targetsOf } from './targets';

/** `keystow policy check [FILE]` and `keystow policy import BASELINE`. */
export async function policyCommand(args: readonly string[], io: Io): Promise<number> {
  const [name, ...more] = args;
  if (name === 'check') return check(more, io);
  if (name === 'import') return importBaseline(more, io);
  throw new CliError('policy takes check or import; see keystow --help');
}

/** What applies to the project or to one file, and what says so. Exit code 2 where something in it is wrong. */
async function check(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  if (positionals.length > 1) throw new CliError('policy check takes one file');
  const [target] = await targetsOf(positionals, io.cwd);
  if (target === undefined) return exitCodes.failed;
  const { workspace, kind, path } = target;
  const policy = await loadPolicy((file, limit) => workspace.read(file, limit), knownIds());
  if (policy === undefined) {
    io.out(`There is no ${policyFile} here: Keystow's own rules apply.\n`);
    return exitCodes.clean;
  }
  const today = dayOf(new Date());
  const isFile = kind === 'file';
  const applies = (glob: string | undefined): boolean => !isFile || glob === undefined || globs([glob])(path);
  io.out(`Policy: ${policy.files.join(', ')}\n`);
  const sections: readonly (readonly [string, readonly Placed<string>[]])[] = [
    isFile
      ? [`For ${path}`, explainPolicy(policy, path, usualSeverity)]
      : ['Weaker than by default', weakenings(policy, usualSeverity)],
    ['Accepted', explainAcceptances(policy, today, applies)],
  ];
  for (const [title, lines] of sections) {
    io.out(`${title}:${lines.length === 0 ? ' nothing' : ''}\n`);
    for (const { at, value } of lines) io.out(`  ${at}: ${withoutKeys(value)}\n`);
  }
  for (const { file, line, column, message } of policy.problems)
    io.err(`keystow: ${file}:${line}:${column}: ${message}\n`);
  return policy.problems.length > 0 ? exitCodes.failed : exitCodes.clean;
}
