import { type HookName, stoppedBy } from './hooks';

/**
 * What a hook runs: one command of the shell, which looks for Keystow in this clone, in the project and on PATH.
 *
 * It stands in files of other tools, and in committed ones. So it names no path of a machine; it has no quotes, which
 * `sh -c '…'` and lefthook on Windows (it puts the command in double quotes and escapes none,
 * https://github.com/evilmartians/lefthook, internal/run/controller/exec/exec_windows.go, read 2026-11-28) would not
 * survive; no `: ` and no ` #`, which end a plain text of YAML; no braces, which lefthook fills in. Nothing splits at a
 * space in a path, because IFS is empty, and the parentheses keep that to itself.
 *
 * Git tells pre-push the remote's name and address as arguments; unlike `"$@"`, `$@` is whole only because IFS is empty.
 *
 * @param missing what happens where there is no Keystow: in a file that others share their commit passes.
 */
export function guardCommand(hook: HookName, missing: 'pass' | 'stop'): string {
  const what = stoppedBy(hook);
  const run = hook === 'pre-push' ? `${hook} $@` : hook;
  const otherwise =
    missing === 'pass'
      ? `echo Keystow guards this repository and is not installed here, so this ${what} is not checked. Install it with npm install --save-dev keystow >&2`
      : `echo Keystow is not found, so this ${what} was not checked and is stopped. Run keystow hook install again, or git ${what} --no-verify >&2; exit 2`;
  return [
    '(set -f; IFS=; g=$(git rev-parse --git-common-dir)/keystow/guard.sh',
    'test -f $g || g=node_modules/keystow/dist/guard.sh',
    'PATH=node_modules/.bin:$PATH',
    `if test -f $g; then sh $g ${run}`,
    `elif command -v keystow >/dev/null 2>&1; then keystow hook run ${run}`,
    `else ${otherwise}`,
    'fi)',
  ].join('; ');
}
