/** Finds files of the project around a file. */
export interface ProjectFiles {
  /** The first of `names` that is there, in the file's folder or the nearest one above it. */
  nearest(names: readonly string[]): Promise<ProjectFile | undefined>;
  /** The file at a path, where it is there and can be read. */
  at(path: string): Promise<ProjectFile | undefined>;
  /** The other files of the file's folder whose names end like this; undefined where one of them cannot be read. */
  beside(ending: string): Promise<readonly ProjectFile[] | undefined>;
  /** The files below a folder whose names match, but for what is installed or built; undefined where they are too many. */
  below(folder: string, name: RegExp): Promise<readonly ProjectFile[] | undefined>;
}

export interface ProjectFile {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
  readonly readOnly: boolean;
}
