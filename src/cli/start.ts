import { processIo } from './processIo';
import { run } from './run';

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processIo());
}
