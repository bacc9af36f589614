import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { type Join, lineEnd, undone } from './join';

/** What tells our lines in a script from others. */
export const mark = 'keystow/guard.sh';

/** Ends our line, and takes up the carriage return that git may put there on Windows. */
const end = ' # keystow';

const made = ['#!/bin/sh', '# Made by keystow hook install.'];

/** What may end a script before its last line. */
const ends = /\b(?:exit|exec|return)\b/;

/**
 * A line in a script of the shell. Where it `looksLast` it stands behind everything else, for what runs before it may
 * change what is committed; and also first, where something may end the script before. Without that it stands first. Only
 * what has to be first stays before it: the line that names the shell, and the one with which husky 8 starts itself.
 *
 * @param line a command that ends the script where the guard refuses.
 */
export function scriptLine(line: string, looksLast: boolean): Join {
  const ours = line + end;
  const last = `s=$?; test $s -eq 0 || exit $s; ${ours}`;
  const put = (text: string | undefined): string => {
    if (text === undefined) return `${[...made, ours].join('\n')}\n`;
    const shell = /^#![^\r\n]*/.exec(text)?.[0];
    if (shell !== undefined && !/\b(?:ba|da|z|k|a)?sh\b/.test(shell))
      throw new GuardError(t('it is no script of the shell ({0}), and no line can be added to it', shell));
    const eol = lineEnd(text);
    const lines = text.split(eol);
    const husky = lines.findIndex((one) => /^\s*(?:\.|source)\s.*\bhusky\.sh\b/.test(one));
    const from = husky >= 0 ? husky + 1 : shell === undefined ? 0 : 1;
    const rest = lines.slice(from).filter((one) => /^\s*[^\s#]/.test(one));
    if (looksLast && rest.length > 0) lines.splice(lines.at(-1) === '' ? -1 : lines.length, 0, last);
    if (!looksLast || rest.length === 0 || rest.some((one) => ends.test(one))) lines.splice(from, 0, ours);
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
