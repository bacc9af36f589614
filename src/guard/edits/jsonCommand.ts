import { findNodeAtLocation } from 'jsonc-parser';
import { type Span, t } from '../../engine/index';
import { GuardError } from '../errors';
import { at } from './entry';
import type { Join } from './join';
import { dataOf, jsonEntry, treeOf } from './jsonEntry';
import { mark } from './scriptLine';

/** Joins our command with the one that was there: in front of it, and behind it. */
const then = '; ';
const after = ' && ';

/** What may end a command before ours, or take it up. */
const isOpen = (command: string): boolean => /\b(?:exit|exec)\b|[#\n]|[&|;\\]\s*$/.test(command);

/**
 * A command beside the one that stands in a JSON file: `"pre-commit": "npx lint-staged"` becomes
 * `"pre-commit": "npx lint-staged && <ours>"` where it `looksLast`, for what runs before it may change what is committed;
 * else `"<ours>; npx lint-staged"`.
 *
 * @param command one that ends the script where the guard refuses: `a && b; c` would go on with c.
 * @param path the object in which it stands, and its name in it.
 */
export function jsonCommand(
  path: readonly string[],
  name: string,
  command: string,
  looksLast: boolean,
): Join {
  const alone = jsonEntry({ path, name, value: command });
  const full = [...path, name];
  const commandIn = (text: string): unknown => at(dataOf(text), full);
  const isOurs = (found: unknown): found is string => typeof found === 'string' && found.includes(mark);
  /** What is within the quotes. */
  const inside = (text: string): Span => {
    const root = treeOf(text);
    const node = root === undefined ? undefined : findNodeAtLocation(root, [...full]);
    if (node?.type !== 'string') throw new GuardError(t('{0} is no command', full.join('.')));
    return { start: node.offset + 1, end: node.offset + node.length - 1 };
  };
  const inQuotes = (part: string): string => JSON.stringify(part).slice(1, -1);
  const before = inQuotes(command + then);
  const behind = inQuotes(after + command);
  return {
    has: (text) => isOurs(commandIn(text)),
    put: (text) => {
      if (text === undefined || commandIn(text) === undefined) return alone.put(text);
      const { start, end } = inside(text);
      return looksLast && !isOpen(String(commandIn(text)))
        ? text.slice(0, end) + behind + text.slice(end)
        : text.slice(0, start) + before + text.slice(start);
    },
    takeOut: (text) => {
      if (commandIn(text) === command) return alone.takeOut(text);
      const { start, end } = inside(text);
      if (text.startsWith(before, start)) return text.slice(0, start) + text.slice(start + before.length);
      if (!text.slice(start, end).endsWith(behind))
        throw new GuardError(t('what Keystow added was changed since; take it out by hand'));
      return text.slice(0, end - behind.length) + text.slice(end);
    },
  };
}
