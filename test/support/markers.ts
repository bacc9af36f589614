import type { FileFacts } from '../../src/engine/index';
import { madeKey } from './keys';

/** A place where a finding is expected: UTF-16 offsets in the text with its keys filled in. */
export interface Expected {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Marked {
  readonly text: string;
  readonly expected: readonly Expected[];
}

/**
 * Fills a fixture in. `«openai-project-key»` puts a made key there and expects exactly that finding on exactly its
 * span; `«openai-project-key#b»` puts another key of the rule; `«~openai-project-key»` puts one that must stay
 * silent; `«openai-project-key|" + "»` puts a text into its middle; `‹env-tracked:NAME›` keeps NAME and expects the finding on it. Unmarked text must stay silent.
 */
export function fill(marked: string): Marked {
  const expected: Expected[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/«(~?)([a-z-]+)(?:#(\w+))?(?:\|([^»]*))?»|‹([a-z-]+):([^›]*)›/g)) {
    text += marked.slice(at, match.index);
    const [whole, silent, keyRule, label, inner = '', wrapRule, wrapped] = match;
    const key = keyRule === undefined ? (wrapped ?? '') : madeKey(keyRule, label);
    const middle = key.length >> 1;
    const put = key.slice(0, middle) + inner + key.slice(middle);
    const rule = keyRule ?? wrapRule ?? '';
    if (silent !== '~') expected.push({ rule, start: text.length, end: text.length + put.length });
    text += put;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), expected };
}

export interface Section {
  readonly path: string;
  /** Words in brackets behind the path: `== .env [repo tracked]`. */
  readonly tags: ReadonlySet<string>;
  readonly body: string;
}

/** Splits a case into its files: `== path [tags]`, then the file's text. A last line `\` ends a file without a newline. */
export function sections(text: string): readonly Section[] {
  return text
    .split(/^(?=== )/m)
    .filter((part) => part.startsWith('== '))
    .map((part) => {
      const newline = part.indexOf('\n');
      const header = part.slice(3, newline);
      const [, path = '', tags = ''] = /^(.*?)(?: \[(.*)\])?$/.exec(header) ?? [];
      return { path, tags: new Set(tags.split(' ')), body: part.slice(newline + 1).replace(/\n\\\n$/, '') };
    });
}

export const factsOf = (tags: ReadonlySet<string>): FileFacts =>
  tags.has('repo')
    ? {
        inRepository: true,
        tracked: tags.has('tracked'),
        ignored: tags.has('ignored'),
        ...(tags.has('symfony') ? { committedBy: 'Symfony' } : {}),
      }
    : {};
