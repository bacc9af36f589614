import { guardCommand } from './command';
import type { HookName } from './hooks';

/**
 * The guard as one line of a script of the shell that others share, and in which other commands follow. What git says of
 * a push comes on standard input, once: it is kept in a file of `.git`, and read again by what follows.
 */
export function sharedLine(hook: HookName): string {
  const command = guardCommand(hook, 'pass');
  if (hook !== 'pre-push') return `${command} || exit $?`;
  return [
    'r=$(git rev-parse --git-common-dir)/keystow-refs.$$', // of this process: two may push at once
    'cat >"$r"',
    `${command} <"$r" || { s=$?; rm -f "$r"; exit $s; }`,
    'exec <"$r"',
    'rm -f "$r"',
  ].join('; ');
}
