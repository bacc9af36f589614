import { writeSync } from 'node:fs';
import { summarise } from '../engine/index';
import { exitCodes } from './io';
import { filesOfNothing, stopsNothing } from './plainlyStaged';
import { processIo } from './processIo';

/**
 * `keystow hook run HOOK`, as git starts it. Most commits hold nothing that looks like a key, and every commit waits: so
 * first it is only asked whether there may be one, which needs little, and what audits is loaded where that is not ruled
 * out. Wherever anything is out of the ordinary, the audit decides.
 */
export async function startHook(args: readonly string[]): Promise<void> {
  const isAsked = args.length === 1 && args[0] === 'pre-commit' && process.env.KEYSTOW_PROBE === undefined;
  if (isAsked && (await stopsNothing(process.cwd()))) {
    process.exit(); // nothing was said, and taking everything down takes longer
  }
  const { runHook } = await import('./hookRun');
  const code = await runHook(args, processIo());
  // Whoever starts it can have another number for this one, which a program that dies has too.
  process.exitCode = code === exitCodes.found ? Number(process.env.KEYSTOW_FOUND ?? code) : code;
}

/** `keystow audit --staged` without anything else, as a hook of somebody's own has it: the same is asked first. */
export async function startStaged(): Promise<void> {
  const files = filesOfNothing(process.cwd());
  if (files !== undefined && isWritten(reportOfNothing(files))) process.exit();
  const { start } = await import('./start');
  await start();
}

const reportOfNothing = (files: number): string =>
  `${summarise({ findings: [], skipped: [], stats: { files, bytes: 0 }, cancelled: false })}\n`;

/** Whether it could be written at once. */
function isWritten(text: string): boolean {
  try {
    return writeSync(1, text) === text.length;
  } catch {
    return false; // nobody reads it, or not now
  }
}
