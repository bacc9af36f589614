import type { FoundKey, KeyFinder } from './findKeys';

/** Long enough to hold a key in base64. */
const runs = /(?<![\w+/=-])[A-Za-z0-9+/]{28,2000}={0,2}(?![\w+/=-])/g;

/**
 * Finds keys that are written in base64, once: values of a Kubernetes secret, Basic authentication. The span is the
 * encoded run, which is what stands in the file.
 */
export const createEncodedFinder =
  (find: KeyFinder): KeyFinder =>
  (text) => {
    const found: FoundKey[] = [];
    for (const match of text.matchAll(runs)) {
      const decoded = decodedText(match[0]);
      const [key] = decoded === undefined ? [] : find(decoded);
      if (key === undefined) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const reasons = ['it is written in base64', ...key.reasons];
      found.push({ provider: key.provider, kind: key.kind, prefix: '', span, reasons });
    }
    return found;
  };

/** The text that a run stands for; undefined where it is none: most runs are no base64, or hold bytes. */
function decodedText(run: string): string | undefined {
  if (!isPrintable(decode(run.slice(0, 12)))) return undefined;
  const text = decode(run);
  return isPrintable(text) ? text : undefined;
}

const isPrintable = (text: string): boolean => text !== '' && /^[\x20-\x7e\s]+$/.test(text);

/** Empty for what is no base64. */
function decode(run: string): string {
  try {
    return atob(run);
  } catch {
    return ''; // a length or a sign that base64 does not have
  }
}
