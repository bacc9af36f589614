import assert from 'node:assert/strict';
import { knownIds, loadPolicy, type Policy, policyFile } from '../../src/engine/index';
import { MemoryWorkspace } from './memoryWorkspace';

/** The policy of a project that has this one, and other files. */
export async function readPolicy(
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<Policy> {
  const workspace = new MemoryWorkspace({ ...files, [policyFile]: text });
  const policy = await loadPolicy((path, limit) => workspace.read(path, limit), knownIds());
  assert.ok(policy !== undefined);
  return policy;
}
