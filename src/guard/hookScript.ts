import { guardCommand } from './command';
import type { HookName } from './hooks';

/** Ends the name under which the hook that was there before is kept, beside ours. */
export const keptSuffix = '.before-keystow';

const title = "# Keystow's guard. `keystow hook uninstall` takes it out.";

/**
 * The script that git runs where no hook manager is used. The hook that was there before is kept whole, in whatever
 * language it is, and runs first: it may change what is committed.
 *
 * Lines end in a comment, which takes up the carriage return that git may put there on Windows.
 */
export function hookScript(hook: HookName, missing: 'pass' | 'stop'): string {
  const command = guardCommand(hook, missing);
  const kept = `old=$0${keptSuffix} #`;
  const lines =
    hook === 'pre-push'
      ? [
          kept,
          'refs=$(cat; echo .) # both read what git says of the push',
          `if [ -x "$old" ]; then printf %s "\${refs%.}" | "$old" "$@" || exit $?; fi #`,
          `printf %s "\${refs%.}" | ${command} #`,
        ]
      : [kept, 'if [ -x "$old" ]; then "$old" "$@" || exit $?; fi #', `${command} #`];
  return `${['#!/bin/sh', title, ...lines].join('\n')}\n`;
}

/** Whether a hook is one of ours, of whatever version. */
export const isOurScript = (text: string): boolean => text.split(/\r?\n/, 2)[1] === title;
