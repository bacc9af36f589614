/** The hooks of git that Keystow guards. To add one: its name here, and what it checks in `cli/hookRun.ts`. */
export const hookNames = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;

export type HookName = (typeof hookNames)[number];

/** What is stopped by a hook, as git's command is called. */
export const stoppedBy = (hook: HookName): 'commit' | 'merge' | 'push' =>
  hook === 'pre-push' ? 'push' : hook === 'pre-merge-commit' ? 'merge' : 'commit';
