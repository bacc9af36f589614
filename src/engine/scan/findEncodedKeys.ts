import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { longRuns } from '../text/runs';
import type { Span } from '../text/span';
import type { ContextFinder, ContextJudge } from './findContextKeys';
import type { FoundKey, LazyFinder } from './findKeys';

/** Long enough to hold a key in base64, after the name that it may be assigned to. */
const encoded = /^[+~]?(?:[\w.-]*=)?(?<value>[A-Za-z0-9+/]{26,20000}={0,2}|[\w-]{26,20000}={0,2})\.?$/;

/** Every key in those runs of a document that are base64, each when it is asked for. */
export type EncodedFinder = (
  document: Pick<SourceDocument, 'path' | 'text'>,
  runs: readonly Span[],
) => Iterable<FoundKey>;

/**
 * Finds keys that are written in base64, once: values of a Kubernetes secret, Basic authentication, a literal that is
 * decoded. The span is the encoded run, which is what stands in the file. A key without a mark is judged by the
 * surroundings of that run.
 */
export function createEncodedFinder(finders: readonly LazyFinder[], context: ContextFinder): EncodedFinder {
  return function* (document, runs) {
    let judge: ContextJudge | undefined;
    for (const run of runs) {
      const whole = document.text.slice(run.start, run.end);
      const { value, decoded } = decodedRun(whole) ?? {};
      if (value === undefined || decoded === undefined) continue;
      const start = run.start + whole.indexOf(value);
      const span = { start, end: start + value.length };
      judge ??= context.judgeFor(document);
      const key =
        first(finders, decoded) ??
        firstOf(
          context.find({ path: document.path, text: decoded }, longRuns(decoded, shortest), () => true),
        ) ??
        inContext(decoded, span, judge);
      if (key !== undefined)
        yield { ...key, prefix: '', span, reasons: [t('it is written in base64'), ...key.reasons] };
    }
  };
}

/** The base64 in a run and the text that it stands for; undefined where it is none. */
export function decodedRun(run: string): { readonly value: string; readonly decoded: string } | undefined {
  if (isAllOfIt(run) && !beginsText(run)) return undefined;
  const value = encoded.exec(run)?.groups?.value;
  const decoded = value === undefined ? undefined : decodedText(value);
  return value === undefined || decoded === undefined ? undefined : { value, decoded };
}

/** Whether nothing that may be base64 begins later in a run: behind a sign, or behind a name. */
const isAllOfIt = (run: string): boolean => {
  const name = run.indexOf('=');
  return !run.startsWith('+') && !run.startsWith('~') && (name < 0 || name > run.length - 26);
};

/** No key without a mark is shorter. */
const shortest = 24;

/** Judges what is written where it stands: `user:key` is Basic authentication; a line break came with `echo`. */
function inContext(text: string, span: Span, judge: ContextJudge): FoundKey | undefined {
  for (const value of [text.trim(), ...text.trim().split(':')]) {
    const key = value.length < shortest || /\s/.test(value) ? undefined : judge(span, value);
    if (key !== undefined) return key;
  }
  return undefined;
}

const firstOf = ([key]: Iterable<FoundKey>): FoundKey | undefined => key;

function first(finders: readonly LazyFinder[], text: string): FoundKey | undefined {
  for (const find of finders) {
    const key = firstOf(find(text));
    if (key !== undefined) return key;
  }
  return undefined;
}

/** The text that a run stands for; undefined where it is none: most runs are no base64, or hold bytes. */
function decodedText(run: string): string | undefined {
  if (!beginsText(run) || !isPrintable(decode(run.slice(0, 12)))) return undefined;
  const text = decode(run);
  return isPrintable(text) ? text : undefined;
}

/** Whether the first two signs stand for one that can be printed: most runs are done with that. */
function beginsText(run: string): boolean {
  const first = ((sixBits[run.charCodeAt(0)] ?? 0) << 2) | ((sixBits[run.charCodeAt(1)] ?? 0) >> 4);
  return (first >= 0x20 && first <= 0x7e) || (first >= 9 && first <= 13);
}

const sixBits = new Uint8Array(128);
for (const [value, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  sixBits[sign.charCodeAt(0)] = value;
sixBits[0x2d] = 62; // the URL's alphabet
sixBits[0x5f] = 63;

const isPrintable = (text: string): boolean => text !== '' && /^[\x20-\x7e\s]+$/.test(text);

/** Empty for what is no base64; the URL's alphabet counts as well. */
function decode(run: string): string {
  try {
    return atob(run.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return ''; // a length or a sign that base64 does not have
  }
}
