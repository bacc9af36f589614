/** A text to scan. */
export interface SourceDocument {
  /** Relative to the workspace root, forward slashes; any name for a document that is no file. */
  readonly path: string;
  /** The editor's language id, where there is an editor; it decides before the file name. */
  readonly languageId?: string;
  readonly text: string;
}

/** What is known of a file beyond its text; a field is absent where nobody could tell. */
export interface FileFacts {
  /** The file lies in the work tree of a git repository. */
  readonly inRepository?: boolean;
  /** Git tracks the file. */
  readonly tracked?: boolean;
  /** Git would not add the file: an ignore rule matches it. */
  readonly ignored?: boolean;
  /** Git was asked and failed: nothing is known, and nothing may be taken for granted. */
  readonly gitFailed?: true;
  /** The framework whose convention is to commit this env file, such as `Symfony`. */
  readonly committedBy?: string;
}
