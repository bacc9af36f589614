import { husky } from './husky.node';
import { lefthook } from './lefthook.node';
import type { HookManager } from './manager';
import { plain } from './plain.node';
import { preCommit } from './preCommit.node';
import { simpleGitHooks } from './simpleGitHooks.node';

/** Every manager. One that git runs in this clone comes first, then the first that is set up; at last git itself. */
export const managers: readonly HookManager[] = [husky, lefthook, preCommit, simpleGitHooks, plain];
