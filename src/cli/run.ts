import { explainKeys } from '../engine/index';
import { version } from '../version';
import { audit } from './audit';
import { fix } from './fix';
import { help } from './help';
import { CliError, exitCodes, type Io } from './io';
import { listRules } from './listRules';

type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Every command. To add one: its file, and its line here. */
const commands: Readonly<Record<string, Command>> = { audit, fix, rules: listRules };

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
    const isUsage =
      error instanceof CliError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    // An error of ours may quote what was being read: its message stays unsaid.
    io.err(
      `keystow: ${isUsage ? withoutKeys(error.message) : `internal error (${error.name})\n${trace(error)}`}\n`,
    );
    return exitCodes.failed;
  }
}

/** What was typed may be a key, by a slip: it is not repeated. */
const withoutKeys = (message: string): string =>
  explainKeys({ path: '', text: message }).reduceRight(
    (text, { span }) => `${text.slice(0, span.start)}…${text.slice(span.end)}`,
    message,
  );

/** Where an error came from: the frames of its stack, without the message above them. */
const trace = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
