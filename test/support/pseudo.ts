import assert from 'node:assert/strict';
import messages from '../../l10n/bundle.l10n.json';
import { translateWith } from '../../src/engine/index';

const format = (message: string, args: readonly (string | number)[]): string =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(args[Number(index)]));

/** Runs something in a language in which every message stands between brackets; the messages that were asked for. */
export async function inBrackets(run: () => unknown): Promise<readonly string[]> {
  const asked: string[] = [];
  translateWith((message, ...args) => {
    assert.ok(message in messages, `translators do not have: ${message}`);
    asked.push(message);
    return `⟦${format(message, args)}⟧`;
  });
  try {
    await run();
  } finally {
    translateWith();
  }
  return asked;
}

/** What stands in no brackets: words that nobody can translate. */
export function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === '⟧') depth--;
    if (depth === 0 && !'⟦⟧'.includes(character)) left += character;
    if (character === '⟦') depth++;
  }
  return left.trim();
}
