import type { Encoding } from '../text/encoding';
import { t } from '../text/l10n';
import type { FileFacts } from './document';

/** Why a file was not scanned, or `read in part`, as reports for programs print it. */
export type SkipReason =
  | 'binary'
  | 'too large'
  // Scanned and counted, but not looked into to its end; see scan/readInPart.
  | 'read in part'
  | 'excluded'
  | 'symbolic link'
  | 'not a file'
  | 'unmerged'
  | 'shallow clone'
  | 'partial clone'
  | 'unreadable'
  | 'vanished';

/** As a person reads it. */
export function skipReason(reason: SkipReason): string {
  switch (reason) {
    case 'binary':
      return t('binary');
    case 'too large':
      return t('too large');
    case 'read in part':
      return t('read in part');
    case 'excluded':
      return t('excluded');
    case 'symbolic link':
      return t('symbolic link');
    case 'not a file':
      return t('not a file');
    case 'unmerged':
      return t('unmerged');
    case 'shallow clone':
      return t('shallow clone');
    case 'partial clone':
      return t('partial clone');
    case 'unreadable':
      return t('unreadable');
    case 'vanished':
      return t('vanished');
    default:
      return reason satisfies never;
  }
}

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
      /** Who may do what with it: `0o644`. Absent where files have no such bits. */
      readonly mode?: number;
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
  /** The files and folders of one folder, whether ignored or not, without links; undefined where it cannot be listed. */
  entries(folder: string): Promise<readonly Entry[] | undefined>;
}

/** What lies in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** What a look at a file's bytes has told: that there is nothing to read, or what there is. */
export type Glance =
  | { readonly kind: 'nothing'; readonly bytes: number }
  /** `keyless`: the text holds no key. `ordinary`: its name gives it no check, and it names no secret; it may read variables. */
  | (Pick<Extract<FileRead, { kind: 'text' }>, 'kind' | 'text' | 'encoding' | 'bytes'> & {
      readonly keyless?: true;
      readonly ordinary?: true;
    })
  | Exclude<FileRead, { kind: 'text' }>;

/** What makes a file worth reading besides what is built in. */
export interface Sought {
  /** Which of the variables that a program reads: all, or those that it names. */
  readonly reads: 'all' | 'named';
  /** What one of stands in all that a policy's own rules find: printable ASCII, three characters and more. */
  readonly marks: readonly string[];
}

/** A workspace whose files can be listed. */
export interface ListableWorkspace extends Workspace {
  /**
   * Reads a file at once, for an audit of thousands, and as text only where that is worth it; undefined where it cannot
   * tell. Absent where files cannot be read at once.
   */
  glance?(path: string, limit: number, sought: Sought): Glance | undefined;
  /**
   * The same of many files, while other work of the process goes on: how many bytes each has where there is nothing to read
   * in it, and -1 for every other, also where that cannot be told. Asked only where `glance` is absent.
   */
  glanceAll?(paths: readonly string[], limit: number, sought: Sought): Promise<readonly number[]>;
  /** Every file that is not ignored (all of them with `ignored`), sorted by path. */
  list(options: {
    readonly ignored: boolean;
    readonly cancel: Cancellation;
    readonly pause?: Pause;
  }): Promise<{
    readonly files: readonly ListedFile[];
    readonly skipped: readonly Skipped[];
  }>;
}

export interface Cancellation {
  readonly cancelled: boolean;
}

export const neverCancelled: Cancellation = { cancelled: false };

/**
 * Lets other work of the process run where its time has come, and says when to go on; mostly there is nothing to wait for,
 * and it says so at once. Asked between pieces of work that are short by themselves.
 */
export type Pause = () => Promise<void> | undefined;
