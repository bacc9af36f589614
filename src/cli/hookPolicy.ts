import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, type FileRead, knownNames, loadPolicy, noPolicy, type Policy } from '../engine/index';

/** The policy of a project; undefined where something in it cannot be used, which the audit tells. */
export async function usablePolicy(root: string): Promise<Policy | undefined> {
  const known = { rules: new Set(knownNames.rules), providers: new Set(knownNames.providers) };
  const policy = await loadPolicy(async (file, limit) => readAtOnce(path.join(root, file), limit), known);
  return policy === undefined || policy.problems.length === 0 ? (policy ?? noPolicy) : undefined;
}

/** As `readFileAt` does, without what reads while others go on; what it cannot read is a problem, whatever the reason. */
function readAtOnce(file: string, limit: number): FileRead {
  try {
    const info = lstatSync(file);
    const decoded = info.isFile() && info.size <= limit ? decode(readFileSync(file)) : undefined;
    if (decoded?.kind === 'text') return { ...decoded, bytes: info.size, readOnly: false };
  } catch {
    // Told below.
  }
  return { kind: 'skipped', reason: 'unreadable' };
}
