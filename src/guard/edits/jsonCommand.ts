import { findNodeAtLocation } from 'jsonc-parser';
import { t } from '../../engine/index';
import { GuardError } from '../errors';
import { at } from './entry';
import type { Join } from './join';
import { dataOf, jsonEntry, treeOf } from './jsonEntry';
import { mark } from './scriptLine';

/** Joins our command with the one that was there. */
const then = '; ';

/**
 * A command in front of the one that stands in a JSON file: `"pre-commit": "npx lint-staged"` becomes
 * `"pre-commit": "<ours>; npx lint-staged"`.
 *
 * @param command one that ends the script where the guard refuses: `a && b; c` would go on with c.
 * @param path the object in which it stands, and its name in it.
 */
export function jsonCommand(path: readonly string[], name: string, command: string): Join {
  const alone = jsonEntry({ path, name, value: command });
  const full = [...path, name];
  const commandIn = (text: string): unknown => at(dataOf(text), full);
  const isOurs = (found: unknown): found is string => typeof found === 'string' && found.includes(mark);
  /** Offset of the first character within the quotes. */
  const inside = (text: string): number => {
    const root = treeOf(text);
    const node = root === undefined ? undefined : findNodeAtLocation(root, [...full]);
    if (node?.type !== 'string') throw new GuardError(t('{0} is no command', full.join('.')));
    return node.offset + 1;
  };
  const escaped = JSON.stringify(command + then).slice(1, -1);
  return {
    has: (text) => isOurs(commandIn(text)),
    put: (text) => {
      if (text === undefined || commandIn(text) === undefined) return alone.put(text);
      const start = inside(text);
      return text.slice(0, start) + escaped + text.slice(start);
    },
    takeOut: (text) => {
      if (commandIn(text) === command) return alone.takeOut(text);
      const start = inside(text);
      const ours = text.startsWith(escaped, start);
      if (!ours) throw new GuardError(t('what Keystow added was changed since; take it out by hand'));
      return text.slice(0, start) + text.slice(start + escaped.length);
    },
  };
}
