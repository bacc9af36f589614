import type { Span } from '../text/span';

/** How far a literal's quotes are looked for, in UTF-16 code units. */
const reach = 200;

/**
 * The literal around a value, with its quotes: `"Bearer …"` around the key in it. Read on the value's own lines, where
 * a quote of one kind stands before it and behind it; the value itself where there is none.
 */
export function literalAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - reach), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const rest = text.slice(end, end + reach).split('\n', 1)[0] ?? '';
  for (let i = line.length - 1; i >= 0; i--) {
    const quote = line[i] ?? '';
    if (!/["'`]/.test(quote)) continue;
    const close = rest.indexOf(quote);
    if (close < 0) continue;
    return { start: start - (line.length - i), end: end + close + 1 };
  }
  return { start, end };
}
