import { isAscii } from 'node:buffer';
import { existsSync, lstatSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { decode, isOrdinary, mayHoldAnyKey, noPolicy, type Policy, policyFile } from '../engine/index';
import { blobsAtOnce, stagedAtOnce } from '../git/stagedAtOnce';
import { exitCodes } from './io';
import { processIo } from './processIo';

/**
 * `keystow hook run HOOK`, as git starts it. Most commits hold nothing that looks like a key, and every commit waits: so
 * first it is only asked whether there may be one, which needs little, and what audits is loaded where that is not ruled
 * out. Wherever anything is out of the ordinary, the audit decides.
 */
export async function startHook(args: readonly string[]): Promise<void> {
  if (args.length === 1 && args[0] === 'pre-commit' && (await isPlainlyClean(process.cwd()))) {
    process.exit(); // nothing was said, and taking everything down takes longer
  }
  // Node's own modules are kept compiled for the flags that node was started with.
  setFlagsFromString('--regexp-tier-up');
  const { runHook } = await import('./hookRun');
  setFlagsFromString(compiledOnce);
  const code = await runHook(args, processIo());
  // Whoever starts it can have another number for this one, which a program that dies has too.
  process.exitCode = code === exitCodes.found ? Number(process.env.KEYSTOW_FOUND ?? code) : code;
}

/** Each expression is run a few times only: it is compiled once, not interpreted first. */
const compiledOnce = '--no-regexp-tier-up';

/** Whether the audit of what is staged would stop nothing: it is known without it. */
async function isPlainlyClean(cwd: string): Promise<boolean> {
  const { KEYSTOW_PROBE, ...env } = process.env;
  if (KEYSTOW_PROBE !== undefined || Object.keys(env).some((name) => name.startsWith('GITHEAD_')))
    return false;
  if (!existsSync('.git')) return false; // another place than the top of a work tree
  const staged = stagedAtOnce(cwd);
  // What a file's name gives it a check for is not known here.
  if (staged === undefined || !staged.every(({ path }) => isOrdinary(path))) return false;
  const ids = new Set(staged.map(({ id }) => id));
  if (ids.size > most) return false;
  const policy = await policyOf(cwd);
  const blobs = policy && blobsAtOnce(cwd, ids, largest);
  if (blobs === undefined) return false;
  const { customRules, severity, forbidden } = policy ?? noPolicy;
  const isGeneric = (rule: string): boolean => rule === 'generic-api-key';
  // Keys that only their names tell are told, and stop nothing, unless a policy says more of them.
  const generic =
    severity.some(({ rule }) => isGeneric(rule)) || forbidden.some(({ value }) => isGeneric(value));
  setFlagsFromString(compiledOnce);
  return staged.every(({ path, id }) => {
    const text = textOf(blobs.get(id) ?? Buffer.alloc(0));
    return text === undefined || !mayHoldAnyKey({ path, text }, { customRules, generic });
  });
}

/** As `decode` gives it, without what reads UTF-8 where that is not needed; undefined for what is no text. */
function textOf(bytes: Buffer): string | undefined {
  if (isAscii(bytes) && !bytes.includes(0)) return bytes.toString('latin1');
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

/** More are audited anyway: then the start is not what takes time. */
const most = 200;

/** Bytes of all blobs: so much is held at once. */
const largest = 4 * 1024 * 1024;

/** Undefined where something in it cannot be used. */
async function policyOf(cwd: string): Promise<Policy | undefined> {
  if (lstatSync(policyFile, { throwIfNoEntry: false }) === undefined) return noPolicy;
  const { usablePolicy } = await import('./hookPolicy');
  return usablePolicy(cwd);
}
