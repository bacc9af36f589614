import path from 'node:path';
import { yamlEntry } from './edits/yamlEntry';
import { GuardError } from './errors';
import { readText } from './files.node';
import { preCommitConfig } from './managers/preCommit.node';
import { textPlace } from './managers/textPlace.node';
import type { Repository } from './repository.node';
import { type Tool, tools } from './tools';

/** Puts a tool into `.pre-commit-config.yaml`, which is made where there is none; gives false for one that is there. */
export async function addTool(repository: Repository, { id, entry, mark }: Tool): Promise<boolean> {
  const file = path.join(repository.top, preCommitConfig);
  const join = yamlEntry(entry, (value) => JSON.stringify(value ?? '').includes(mark));
  const { text } = await readText(file);
  if (text !== undefined && join.has(text)) return false;
  await textPlace({ file, inactive: async () => undefined, command: id }, join).install();
  return true;
}

/** Takes out what `addTool` has put there and nobody has changed since; gives the file if there was any. */
export async function removeTools(repository: Repository): Promise<readonly string[]> {
  const file = path.join(repository.top, preCommitConfig);
  let removed = false;
  // The last one that was put there stands first.
  for (const { entry, mark } of tools.toReversed()) {
    const { text } = await readText(file);
    if (text === undefined || entry.comment === undefined || !text.includes(entry.comment)) continue;
    const join = yamlEntry(entry, (value) => JSON.stringify(value ?? '').includes(mark));
    try {
      await textPlace({ file, inactive: async () => undefined, command: '' }, join).uninstall();
      removed = true;
    } catch (error) {
      if (!(error instanceof GuardError)) throw error; // it is somebody else's by now
    }
  }
  return removed ? [file] : [];
}
