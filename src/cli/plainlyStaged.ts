import { isAscii } from 'node:buffer';
import { existsSync, lstatSync } from 'node:fs';
import {
  decode,
  defaultSettings,
  globs,
  isOrdinary,
  mayHoldAnyKey,
  mayShowKeys,
  noPolicy,
  type Policy,
  policyFile,
} from '../engine/index';
import { blobsAtOnce, type StagedFile, stagedAtOnce } from '../git/stagedAtOnce';

/** Whether the audit of what is staged would stop nothing: it is known without it. */
export async function stopsNothing(cwd: string): Promise<boolean> {
  const staged = ordinaryStaged(cwd);
  if (staged === undefined) return false;
  const policy = await policyOf(cwd);
  const texts = policy && textsOf(cwd, staged);
  if (texts === undefined) return false;
  const { customRules, severity, forbidden } = policy ?? noPolicy;
  const isGeneric = (rule: string): boolean => rule === 'generic-api-key';
  // Keys that only their names tell are told, and stop nothing, unless a policy says more of them.
  const generic =
    severity.some(({ rule }) => isGeneric(rule)) || forbidden.some(({ value }) => isGeneric(value));
  return texts.every(
    ({ path, text }) => text === undefined || !mayHoldAnyKey({ path, text }, { customRules, generic }),
  );
}

/** How many files the audit of what is staged would report nothing of, and skip none; undefined where that is not known without it. */
export function filesOfNothing(cwd: string): number | undefined {
  if (lstatSync(policyFile, { throwIfNoEntry: false }) !== undefined || existsSync('.git/MERGE_HEAD'))
    return undefined;
  const staged = ordinaryStaged(cwd);
  const isExcluded = globs(defaultSettings.exclude);
  const texts = staged?.some(({ path }) => isExcluded(path)) ? undefined : staged && textsOf(cwd, staged);
  const isNothing = texts?.every(
    ({ path, text }) => text !== undefined && !mayShowKeys(text) && !mayHoldAnyKey({ path, text }),
  );
  return isNothing ? texts?.length : undefined;
}

/** What is staged, where that is nothing out of the ordinary. */
function ordinaryStaged(cwd: string): readonly StagedFile[] | undefined {
  if (Object.keys(process.env).some((name) => name.startsWith('GITHEAD_'))) return undefined;
  if (!existsSync('.git')) return undefined; // another place than the top of a work tree
  const staged = stagedAtOnce(cwd);
  // What a file's name gives it a check for is not known here.
  return staged?.every(({ path }) => isOrdinary(path)) ? staged : undefined;
}

/** Each with its text; undefined for one that has none. */
function textsOf(
  cwd: string,
  staged: readonly StagedFile[],
): readonly { readonly path: string; readonly text: string | undefined }[] | undefined {
  const ids = new Set(staged.map(({ id }) => id));
  const blobs = ids.size > most ? undefined : blobsAtOnce(cwd, ids, largest);
  return blobs && staged.map(({ path, id }) => ({ path, text: textOf(blobs.get(id) ?? Buffer.alloc(0)) }));
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
