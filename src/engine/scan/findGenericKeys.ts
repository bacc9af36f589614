import { endsAsSecret, otherName, wordsOf } from '../detectors/credentialNames';
import type { FoundKind } from '../detectors/detector';
import { entropy, placeholderReason, usualPairs } from '../detectors/placeholder';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import { valueIn } from './findContextKeys';
import type { FoundKey, Rejected } from './findKeys';

/** What a value is called that only its name and its randomness tell: information, for it may be anything. */
export const genericKind = {
  rule: 'generic-api-key',
  title: 'Possible key',
  envName: 'API_KEY',
  atMost: 'info',
} as const satisfies FoundKind;

const shortest = 20;

/** How far back its name is looked for, in UTF-16 code units. */
const nameReach = 80;
/** What stands in every such name: most values are done with it. */
const hint = /key|token|secret|pass|pwd|credential|auth/i;
/** A name that ends as a secret's does, and what binds the value to it. */
const named =
  /([\w.$-]*(?:key|token|secret|passw(?:or)?d|pwd|passphrase|credential|auth)s?)\\?["'`\])}]*\s*(?::\s*[\w.<>[\]?|&'* ]{1,40}=|[:=]=?>?|<-|,|\()\s*\\?["'`]?$/i;

/** Whether a run may be named as a secret: most are not. */
export const mayBeNamed = (text: string, { start, end }: Span): boolean =>
  hint.test(text.slice(Math.max(0, start - nameReach), end));

/**
 * Finds values with a secret's name that are random by two measures, each when it is asked for. Never digests, ids, words or
 * references.
 */
export function* findGenericKeys(
  text: string,
  runs: readonly Span[],
  isWanted: (span: Span) => boolean,
  rejected?: Rejected,
): Iterable<FoundKey> {
  for (const run of runs) {
    if (digest.test(text.slice(run.start, run.end))) continue;
    const span = mayBeNamed(text, run) ? valueIn(text, run, shortest) : undefined;
    if (span === undefined) continue;
    const value = text.slice(span.start, span.end);
    if (!mayBeRandom(value)) continue;
    const lead = text.slice(Math.max(0, span.start - nameReach), span.start);
    const name = hint.test(lead) ? named.exec(lead)?.[1] : undefined;
    if (name === undefined || !isSecret(name)) continue;
    if (!isRandom(value) || !isWanted(span)) continue;
    const key: FoundKey = {
      provider: null,
      kind: { ...genericKind, envName: envNameOf(name) },
      prefix: '',
      span,
      reasons: [
        t('its name is that of a secret'),
        t('it is random, by its characters and by its pairs of letters'),
      ],
    };
    const because = placeholderReason(value);
    if (because === undefined) yield key;
    else rejected?.(key, because);
  }
}

const isSecret = (name: string): boolean => {
  const words = wordsOf(name);
  return endsAsSecret.test(words) && !otherName.test(words);
};

/** Digests and UUIDs are random, and no keys. */
const digest = /^[0-9a-f-]+$/i;

/** Tokens are judged by their claims. */
const mayBeRandom = (value: string): boolean =>
  /\d/.test(value) && /[A-Za-z]/.test(value) && !digest.test(value) && !/^eyJ/i.test(value);

/** Measures: entropy, and how many pairs of letters are those of words. */
function isRandom(value: string): boolean {
  if (/[./]{2}|^[./]|\.\w{1,4}$|^v?\d+\.\d/.test(value)) return false; // paths, files, versions
  return entropy(value) >= leastEntropy && usualPairs(value) <= 0.6;
}

/** Bits per character; twenty random characters of base62 have 3.6 to 4.3. */
const leastEntropy = 3.5;

/** `stripe.webhookSecret` → `WEBHOOK_SECRET`. */
const envNameOf = (name: string): string => {
  const last = name.split(/[.\s]+/).findLast((part) => /\w/.test(part)) ?? '';
  const words = wordsOf(last).toUpperCase().replaceAll(' ', '_');
  return /^[A-Z]/.test(words) ? words : genericKind.envName;
};
