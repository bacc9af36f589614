import { withoutKeys } from '../engine/index';
import { version } from '../version';
import { accept } from './accept';
import { audit } from './audit';
import { ci } from './ci';
import { fix } from './fix';
import { help } from './help';
import { hook } from './hook';
import { CliError, exitCodes, frames, type Io, isForUser } from './io';
import { listRules } from './listRules';
import { policyCommand } from './policyCommand';

type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Every command. To add one: its file, and its line here. */
const commands: Readonly<Record<string, Command>> = {
  audit,
  ci,
  fix,
  accept,
  hook,
  policy: policyCommand,
  rules: listRules,
};

/** Runs a command line and gives its exit code; never throws for what a user did. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
      io.out(help);
      return name === undefined ? exitCodes.failed : exitCodes.clean;
    }
    if (name === '--version') {
      io.out(`${version}\n`);
      return exitCodes.clean;
    }
    if (args.includes('--help') || args.includes('-h')) {
      io.out(help);
      return exitCodes.clean;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new CliError(`unknown command "${name}"; see keystow --help`);
    const code = await command(args, io);
    return io.cancel.cancelled ? exitCodes.interrupted : code;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const isUsage = isForUser(error) || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    // An error of ours may quote what was being read: its message stays unsaid.
    io.err(
      `keystow: ${isUsage ? withoutKeys(error.message) : `internal error (${error.name})\n${frames(error)}`}\n`,
    );
    return exitCodes.failed;
  }
}
