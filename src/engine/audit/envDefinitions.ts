import { parse } from 'dotenv';
import { isEnvFile } from '../analysers/envFiles';
import { envLines } from '../analysers/envLines';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import type { FileFacts } from '../model/document';
import type { Cancellation, Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import { ancestors, join } from '../text/path';
import { SourceText } from '../text/sourceText';

/** Where an env file names a variable. Never its value. */
export interface EnvDefinition {
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  /** A value that is no placeholder stands behind the name. */
  readonly hasValue: boolean;
  readonly facts: FileFacts;
}

/** More env files than this are not looked at. */
const mostFiles = 20;
const mostBytes = 256 * 1024;

/** The env files around a file that name a variable: those of its folder first, then those of each folder above it. */
export async function envDefinitions(
  workspace: Workspace,
  path: string,
  name: string,
  { policy }: Settings,
  cancel: Cancellation,
): Promise<readonly EnvDefinition[]> {
  const found: EnvDefinition[] = [];
  for (const file of await envFilesAround(workspace, path, policy?.envFile?.value)) {
    if (cancel.cancelled) return [];
    const read = await workspace.read(file, mostBytes);
    if (read.kind !== 'text') continue;
    const line = envLines(read.text).findLast((one) => one.name === name);
    if (line === undefined) continue;
    const value = parse(read.text)[name] ?? '';
    found.push({
      path: file,
      line: new SourceText(read.text).positionAt(line.nameSpan.start).line,
      hasValue: value !== '' && !isOnlyPlaceholder(value),
      facts: await workspace.facts(file),
    });
  }
  return found;
}

async function envFilesAround(
  workspace: Workspace,
  path: string,
  named: string | undefined,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const dir of ancestors(path)) {
    const names = (await workspace.entries(dir))?.filter(({ isFolder }) => !isFolder) ?? [];
    for (const { name } of names.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
      if (isEnvFile(name) || name === named) files.push(join(dir, name));
    if (files.length >= mostFiles) break;
  }
  if (named?.includes('/') === true && !files.includes(named)) files.unshift(named);
  return files.slice(0, mostFiles);
}
