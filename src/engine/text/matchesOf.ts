/**
 * Every match of a global expression, in order, each when it is asked for. `matchAll` copies the expression first, which for a
 * long one takes more than to look for it in a short text.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, undefined> {
  let at = 0;
  for (;;) {
    pattern.lastIndex = at; // others may have used it meanwhile
    const match = pattern.exec(text);
    if (match === null) return undefined;
    yield match;
    at = match.index + Math.max(1, match[0].length);
  }
}
