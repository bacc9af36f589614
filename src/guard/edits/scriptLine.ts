import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { type Join, lineEnd, undone } from './join';

/** What tells our lines in a script from others. */
export const mark = 'keystow/guard.sh';

/** Ends our line, and takes up the carriage return that git may put there on Windows. */
const end = ' # keystow';

const made = ['#!/bin/sh', '# Made by keystow hook install.'];

/**
 * A line in a script of the shell. It stands first: a later line may end the script. Only what has to be first stays
 * before it: the line that names the shell, and the one with which husky 8 starts itself.
 *
 * @param line a command that ends the script where the guard refuses.
 */
export function scriptLine(line: string): Join {
  const ours = line + end;
  const put = (text: string | undefined): string => {
    if (text === undefined) return `${[...made, ours].join('\n')}\n`;
    const shell = /^#![^\r\n]*/.exec(text)?.[0];
    if (shell !== undefined && !/\b(?:ba|da|z|k|a)?sh\b/.test(shell))
      throw new GuardError(t('it is no script of the shell ({0}), and no line can be added to it', shell));
    const eol = lineEnd(text);
    const lines = text.split(eol);
    const husky = lines.findIndex((one) => /^\s*(?:\.|source)\s.*\bhusky\.sh\b/.test(one));
    lines.splice(husky >= 0 ? husky + 1 : shell === undefined ? 0 : 1, 0, ours);
    return lines.join(eol);
  };
  const isOurs = (one: string): boolean => one.includes(mark) && !one.trimStart().startsWith('#');
  return {
    has: (text) => text.split(/\r?\n/).some(isOurs),
    put,
    takeOut: (text) => {
      if (text === put(undefined)) return undefined;
      const eol = lineEnd(text);
      const lines = text.split(eol);
      const rest = lines.filter((one) => !isOurs(one));
      return undone(text, [rest.join(eol)], put);
    },
  };
}
