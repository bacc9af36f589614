import path from 'node:path';
import { readFileAt } from '../../platform/files.node';
import type { HookName } from '../hooks';
import type { Repository } from '../repository.node';

/** Whether the hook that git runs was made by a manager, by a mark in it. */
export async function generatedBy({ hooksDir }: Repository, hook: HookName, by: RegExp): Promise<boolean> {
  const read = await readFileAt(path.join(hooksDir, hook), 256 * 1024);
  return read.kind === 'text' && by.test(read.text);
}
