import type { SourceDocument } from '../model/document';
import type { FileEdit, Install } from '../model/fix';
import type { Workspace } from '../model/ports';
import type { ProjectFiles } from '../model/project';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** A program that reads variables from an env file, as it is once its keys have moved. */
export interface Reading {
  readonly document: SourceDocument;
  /** The editor's id of its language. */
  readonly language: string;
  /** The env file, relative to the workspace. */
  readonly envPath: string;
  /** Offset of the first lookup in the document. */
  readonly before: number;
  /** The import statements of the program's top level, as its syntax tree has them. */
  imports(): Promise<readonly Span[]>;
  readonly workspace: Workspace;
  readonly project: ProjectFiles;
}

/** What makes a program load its env file. */
export interface LoadPlan {
  /** What the edits do, for a title: `call load_dotenv()`. Absent where there are none: a person has to do it. */
  readonly how?: string;
  /** What is inserted in the document itself. */
  readonly source: readonly TextEdit[];
  /** In other files: a script gets a flag, a manifest a dependency. */
  readonly others: readonly FileEdit[];
  /** What a person has to do, one sentence each. */
  readonly notes: readonly string[];
  readonly install?: Install;
}

/** How programs of some languages come to have the variables of an env file. */
export interface Loading {
  /** Ids of the languages it is for. */
  readonly languages: readonly string[];
  /** Whether something in the project loads the file already. Says yes rather than no: nothing is added twice. */
  isLoaded(reading: Reading): Promise<boolean>;
  /** Whether the document belongs to a program that is started here, as a library does not. Absent: always. */
  runs?(reading: Reading): Promise<boolean>;
  /** The way that fits the project best. */
  plan(reading: Reading): Promise<LoadPlan>;
}

export const noteOnly = (note: string): LoadPlan => ({ source: [], others: [], notes: [note] });

/** The file's text, or undefined where it is not there. */
export async function textOf(workspace: Workspace, path: string): Promise<string | undefined> {
  const read = await workspace.read(path);
  return read.kind === 'text' ? read.text : undefined;
}
