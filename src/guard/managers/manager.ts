import type { HookName } from '../hooks';
import type { Repository } from '../repository.node';

/** Something that runs commands as git's hooks: one file of this folder each, and a line in `index.ts`. */
export interface HookManager {
  /** As it calls itself. */
  readonly title: string;
  /**
   * Where the guard stands with it, or would; undefined where the repository does not use it.
   *
   * @throws GuardError where what it is set up with cannot be read.
   */
  readonly find: (repository: Repository, hook: HookName) => Promise<Place | undefined>;
}

/** Where a guard stands, or can stand. */
export interface Place {
  /** The file that is changed. */
  readonly file: string;
  /** Why git does not run what stands there, and what to do; undefined where it does. */
  readonly inactive: () => Promise<string | undefined>;
  /** What runs as the hook: a command of the shell. */
  readonly command: string;
  /** Whether the guard stands there. */
  readonly has: () => Promise<boolean>;
  /**
   * Puts it there; nothing happens where it is there already.
   *
   * @throws GuardError; everything is as it was.
   */
  readonly install: () => Promise<void>;
  /** Takes it out: the file is as it was before, or gone where there was none. @throws GuardError */
  readonly uninstall: () => Promise<void>;
}
