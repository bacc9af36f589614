/** Finds files of the project around a file. */
export interface ProjectFiles {
  /** The first of `names` that is there, in the file's folder or the nearest one above it. */
  nearest(names: readonly string[]): Promise<ProjectFile | undefined>;
  /** The other files of the file's folder whose names end like this; undefined where one of them cannot be read. */
  beside(ending: string): Promise<readonly ProjectFile[] | undefined>;
}

export interface ProjectFile {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
}
