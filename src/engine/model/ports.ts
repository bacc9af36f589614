import type { Encoding } from '../text/encoding';
import type { FileFacts } from './document';

/** Why a file was not scanned, as reports print it. */
export type SkipReason =
  | 'binary'
  | 'too large'
  | 'excluded'
  | 'symbolic link'
  | 'not a file'
  | 'unreadable'
  | 'vanished';

/** Reasons that are failures, not design: they are said aloud and change the exit code. */
export const failures: ReadonlySet<SkipReason> = new Set(['unreadable']);

export interface Skipped {
  readonly file: string;
  readonly reason: SkipReason;
}

export type FileRead =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly encoding: Encoding;
      /** Size on disk in bytes. */
      readonly bytes: number;
      readonly readOnly: boolean;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason };

export interface ListedFile {
  readonly path: string;
  readonly facts: FileFacts;
}

/** One root folder and what is known of it. Paths are relative to the root. No method throws. */
export interface Workspace {
  /** `limit` in bytes: a larger file is `too large`. */
  read(path: string, limit?: number): Promise<FileRead>;
  facts(path: string): Promise<FileFacts>;
  /** Names of the files of one folder, whether ignored or not; undefined where the folder cannot be listed. */
  names(folder: string): Promise<readonly string[] | undefined>;
}

/** A workspace whose files can be listed. */
export interface ListableWorkspace extends Workspace {
  /** Every file that is not ignored (all of them with `ignored`), sorted by path. */
  list(options: { readonly ignored: boolean; readonly cancel: Cancellation }): Promise<{
    readonly files: readonly ListedFile[];
    readonly skipped: readonly Skipped[];
  }>;
}

export interface Cancellation {
  readonly cancelled: boolean;
}

export const neverCancelled: Cancellation = { cancelled: false };
