import type { ContextKind, Detector } from '../detectors/detector';
import { isPlaceholder, looksRandom } from '../detectors/placeholder';
import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { type Context, contextOf, wordsOf } from './context';
import type { FoundKey } from './findKeys';

/** Runs long enough for a key; the shortest kind has 24 characters. */
const runs = /[\w\-+/=.]{24,}/g;
const longestKey = 100;

/** A name that says its value is secret. */
const secretName =
  /\b(?:api ?keys?|keys?|tokens?|secrets?|passwords?|passwd|credentials?|auth|authorization|bearer|pat)\b/;
/** And names that only sound like it, or name something else. */
const otherName = new RegExp(
  [
    /\b(?:public|primary|foreign|cache|sort|partition|index|row|hash|routing|shard|idempotency|translation|object|map|start|document|dedupe|signing|page|continuation|next|csrf|xsrf|session|upload|request|item|cancellation|refresh count) ?(?:keys?|tokens?)$/,
    /\b(?:ids?|uuid|guid|sid|name|url|uri|path|endpoint|host|region|version|model|voice|deployment|file|trace|request)$/,
    /\b(?:hash|sha|sha1|sha256|md5|digest|checksum|etag|commit|revision|integrity|fingerprint)$/,
    /\btoken (?:count|limit|type)\b|\bmax tokens\b|\btokenizer\b|\bkey (?:type|code|length|size)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/**
 * Finds keys that carry no mark: the exact shape of a provider's key, the provider's name beside it or in the file's
 * imports, and a name or a place that says it is a credential. All three, never distance alone.
 */
export function createContextFinder(
  detectors: readonly Detector[],
): (text: string, taken: readonly Span[]) => readonly FoundKey[] {
  const kinds = detectors.flatMap((provider) =>
    (provider.inContext ?? []).map((kind) => ({ provider, kind })),
  );

  return (text, taken) => {
    const found: FoundKey[] = [];
    let imports: string | undefined;
    for (const match of text.matchAll(runs)) {
      const span = valueIn(match[0], match.index, text);
      if (span === undefined || taken.some((other) => overlaps(other, span))) continue;
      const value = text.slice(span.start, span.end);
      const shaped = kinds.filter(({ kind }) => kind.shape.test(value));
      if (shaped.length === 0 || !looksRandom(value) || isPlaceholder(value)) continue;
      const context = contextOf(text, span.start, span.end);
      imports ??= importsOf(text);
      const best = nearest(
        shaped.filter(({ kind }) => credentialReason(kind, context) !== undefined),
        context,
        imports,
      );
      if (best === undefined) continue;
      const { provider, kind, where } = best;
      const reasons = [
        `it has the shape of a ${kind.title}`,
        `${provider.title} is named ${where}`,
        credentialReason(kind, context) ?? '',
      ];
      found.push({ provider, kind, prefix: kind.prefix ?? '', span, reasons });
    }
    return found;
  };
}

/** The part of a run that stands alone: between quotes, blanks or what assigns. Undefined where it is a part of more. */
function valueIn(run: string, index: number, text: string): Span | undefined {
  if (!/\d/.test(run)) return undefined;
  // `NAME=value` and `key=value` are one run: the value is what follows the last sign, padding apart.
  const assigned = /^(?:[\w\-.]*=(?=[^=]))+|^-(?=\w)/.exec(run)?.[0].length ?? 0;
  const start = index + assigned;
  const value = run.slice(assigned).replace(/[.]+$/, '');
  const end = start + value.length;
  if (value.length < 24 || value.length > longestKey) return undefined;
  if (/[@#%$\\]/.test(text[start - 1] ?? '') || /[@#%$(]/.test(text[end] ?? '')) return undefined;
  return { start, end };
}

/** What says that the value is a credential; undefined where nothing does. */
function credentialReason(kind: ContextKind, { name, isAnnounced, taker }: Context): string | undefined {
  if (otherName.test(name)) return undefined;
  if (secretName.test(name)) return 'its name is that of a secret';
  if (isAnnounced) return 'a credential is announced before it';
  if (taker !== '' && kind.names.test(taker)) return 'it is passed to the provider first';
  return undefined;
}

interface Candidate {
  readonly provider: Detector;
  readonly kind: ContextKind;
}

/** The kind whose provider is named nearest; undefined where none is named, or two are at the same distance. */
function nearest(
  candidates: readonly Candidate[],
  context: Context,
  imports: string,
): (Candidate & { readonly where: string }) | undefined {
  for (const [place, isNear, where] of [
    [context.name, true, 'in its name'],
    [context.line, true, 'on its line'],
    [context.near, false, 'on a line near it'],
    [imports, false, 'in an import'],
  ] as const) {
    const named = candidates.filter(({ kind }) => (isNear || kind.nearby !== true) && kind.names.test(place));
    const [first] = named;
    if (first === undefined) continue;
    return new Set(named.map(({ provider }) => provider.id)).size === 1 ? { ...first, where } : undefined;
  }
  return undefined;
}

/** The words of a file's imports. */
function importsOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .matchAll(/^.*\b(?:import|from|require|using|use|include|library)\b.*$/gm);
  return wordsOf(Array.from(lines, ([line]) => line.slice(0, lineLimit)).join('\n'));
}

const lineLimit = 200;
