import { RE2JS } from 're2js';
import { t } from '../text/l10n';
import type { Span } from '../text/span';

/**
 * Compiles a pattern of RE2's syntax, which has no look-around and no back-references: it is matched in linear time,
 * whatever the text. Gives a sentence where it cannot be compiled. Source: https://github.com/google/re2/wiki/Syntax,
 * read 2026-11-24.
 */
export function linearPattern(pattern: string): LinearPattern | { readonly refused: string } {
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    // What follows the kind of error quotes the pattern, which may hold a key by a slip.
    const detail =
      error instanceof Error ? error.message.replace(/^error parsing regexp: |:? `[\s\S]*$/g, '') : '';
    return { refused: t('"pattern" is not what RE2 can match in linear time: {0}', detail) };
  }
  if (compiled.matches('')) return { refused: t('"pattern" also matches nothing at all') };
  const find = (text: string): readonly Span[] => {
    const spans: Span[] = [];
    const matcher = compiled.matcher(text);
    while (spans.length < limit && matcher.find()) {
      // A group, where there is one, is the key; the rest tells where it stands.
      const group = compiled.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
      const [start, end] = [matcher.start(group), matcher.end(group)];
      if (end > start) spans.push({ start, end });
    }
    return spans;
  };
  return { find, mark: beginningOf(pattern) };
}

/** Where a pattern matches a text, and with what each match begins; empty where they begin differently. */
interface LinearPattern {
  readonly find: (text: string) => readonly Span[];
  readonly mark: string;
}

/** Without what is asserted before it, a pattern matches more, and each match begins the same. */
function beginningOf(pattern: string): string {
  const { prefix } = RE2JS.compile(pattern.replace(/^(?:(?:\^|\\b)(?![*+?{]))+/, '')).re2();
  return typeof prefix === 'string' ? prefix : '';
}

/** Keys of one rule in one text. */
const limit = 1000;
