/**
 * Compiled Python and Java begin alike: a version and CR LF, or CAFEBABE.
 * https://github.com/python/cpython/blob/main/Lib/importlib/_bootstrap_external.py,
 * https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html, read 2026-11-29
 */
export const isCompiled = ([a, b, c, d]: Uint8Array): boolean =>
  (c === 0x0d && d === 0x0a) || (a === 0xca && b === 0xfe && c === 0xba && d === 0xbe);

/** The kinds of short texts in `marshal`, with and without its mark of what is referred to; Java's lengths have two bytes. */
const beforeLength: ReadonlySet<string> = new Set(['z', 'Z', '\u00fa', '\u00da', '\0']);

/**
 * The bytes of a compiled file as Latin-1, with line ends around each constant: its length stands before it, and what follows
 * behind it, either of which may read as a part of the text.
 */
export function constantsIn(text: string): string {
  const characters = text.split('');
  for (let at = 1; at < text.length; at++) {
    const length = text.charCodeAt(at);
    if (length < 8 || !beforeLength.has(text[at - 1] ?? '')) continue;
    const end = at + 1 + length;
    if (end > text.length || !/^[\x20-\x7e]+$/.test(text.slice(at + 1, end))) continue;
    characters[at] = '\n';
    if (end < text.length) characters[end] = '\n';
    at = end - 1;
  }
  return characters.join('');
}
