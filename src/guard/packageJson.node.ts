import path from 'node:path';
import { isRecord } from './edits/entry';
import { readText } from './files.node';

/** What a folder's `package.json` says; undefined where there is none, or it cannot be read. */
export async function packageJson(folder: string): Promise<Record<string, unknown> | undefined> {
  try {
    const { text } = await readText(path.join(folder, 'package.json'));
    const data: unknown = text === undefined ? undefined : JSON.parse(text);
    return isRecord(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a project asks for a package. */
export async function dependsOn(folder: string, name: string): Promise<boolean> {
  const manifest = (await packageJson(folder)) ?? {};
  return [manifest.dependencies, manifest.devDependencies].some((list) => isRecord(list) && name in list);
}
