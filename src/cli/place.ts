import path from 'node:path';
import { type FileFacts, policyFile, type SourceDocument } from '../engine/index';
import { readFileAt, repositoryRoot, toSlashes } from '../platform/files.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { CliError, type Io } from './io';

/** A file in its project. */
export interface Place {
  readonly workspace: NodeWorkspace;
  readonly document: SourceDocument;
  readonly facts: FileFacts;
}

/**
 * The file that was named, and its project: the repository, else the current folder.
 *
 * @throws CliError where it cannot be read.
 */
export async function placeOf(file: string, io: Io): Promise<Place> {
  const full = path.resolve(io.cwd, file);
  const read = await readFileAt(full);
  if (read.kind !== 'text')
    throw new CliError(`${file}: ${read.kind === 'missing' ? 'no such file' : read.reason}`);
  const root = (await repositoryRoot(path.dirname(full))) ?? io.cwd;
  const workspace = new NodeWorkspace(root);
  const document = { path: toSlashes(path.relative(root, full)), text: read.text };
  if (document.path.startsWith('../')) throw new CliError(`${file}: outside of the current folder`);
  return { workspace, document, facts: await workspace.facts(document.path) };
}

/** The project's policy file as it is written; `text` is empty where there is none. */
export async function policyText(
  root: string,
): Promise<{ readonly file: string; readonly text: string; readonly isThere: boolean }> {
  const file = path.join(root, policyFile);
  const read = await readFileAt(file);
  if (read.kind === 'skipped') throw new CliError(`${policyFile}: ${read.reason}`);
  if (read.kind === 'text' && read.readOnly) throw new CliError(`${policyFile}: read-only`);
  return { file, text: read.kind === 'text' ? read.text : '', isThere: read.kind === 'text' };
}
