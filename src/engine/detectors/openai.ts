import { allOf, anyOf, length } from './accepts';
import { base62, base64url, type Detector, type KeyKind, type RandomText } from './detector';

/** `OpenAI` in base64: every key issued since 2023 holds it between two halves. Split, so that no scanner takes this line for a key. */
const marker = ['T3Blbk', 'FJ'].join('');

/** Halves have been 20, 58 and 74 characters long; sixteen on either side is what decides. */
const hasMarker = allOf(length(2 * 16 + marker.length, Number.POSITIVE_INFINITY), (body) => {
  const at = body.indexOf(marker, 16);
  return at >= 0 && body.length - at - marker.length >= 16;
});

/** A word such as `proj-` is proof enough for a long body, should the marker ever go. */
const named = anyOf(hasMarker, length(80, 400));

const halves = (alphabet: string, half: number) => (random: RandomText) =>
  random(alphabet, half) + marker + random(alphabet, half);

const source = {
  url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/openai/openai.go',
  read: '2026-11-23',
};
const keysPage = 'https://platform.openai.com/api-keys';

const kind = (rule: string, title: string, prefix: string, rest: Partial<KeyKind> = {}): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: base64url,
  accepts: named,
  envName: 'OPENAI_API_KEY',
  manage: keysPage,
  usage: 'https://platform.openai.com/usage',
  source,
  example: (random) => prefix + halves(base64url, 74)(random),
  ...rest,
});

/**
 * OpenAI. The part after `sk-` names the kind; the marker decides. Not taken: `org-` and `proj_` ids (not
 * secret), `sk-` and 48 characters without the marker (other providers).
 */
export const openai = {
  id: 'openai',
  title: 'OpenAI',
  kinds: [
    kind('openai-project-key', 'OpenAI project key', 'sk-proj-'),
    kind('openai-service-account-key', 'OpenAI service account key', 'sk-svcacct-', {
      // The second, with a name behind it, is older: only the marker decides.
      prefixes: ['sk-svcacct-', 'sk-service-'],
      accepts: anyOf(
        hasMarker,
        allOf((body) => !/^[a-z]+-/.test(body), named),
      ),
    }),
    kind('openai-admin-key', 'OpenAI admin key', 'sk-admin-', {
      envName: 'OPENAI_ADMIN_KEY',
      manage: 'https://platform.openai.com/settings/organization/admin-keys',
      example: (random) => `sk-admin-${halves(base64url, 58)(random)}`,
    }),
    // Made without a project: the word None is literal. Its early form has 48 characters and no marker.
    kind('openai-none-key', 'OpenAI user key', 'sk-None-', {
      accepts: anyOf(hasMarker, length(48, 400)),
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/openai.yml',
        read: '2026-11-23',
      },
    }),
    kind('openai-legacy-key', 'OpenAI user key (legacy)', 'sk-', {
      accepts: hasMarker,
      example: (random) => `sk-${halves(base62, 20)(random)}`,
    }),
  ],
  inContext: [
    {
      rule: 'openai-session-token',
      title: 'OpenAI session token',
      prefix: 'sess-',
      shape: /^sess-[0-9A-Za-z]{40}$/,
      names: /\bopen ?ai\b|\bchat ?gpt\b/,
      envName: 'OPENAI_API_KEY',
      atMost: 'warning',
      manage: 'https://platform.openai.com/settings/profile',
      usage: 'https://platform.openai.com/usage',
      // Seen in dumps of browsers; no rule of another scanner has it, so that it is a warning at most.
      source: { url: 'https://platform.openai.com/docs/api-reference/authentication', read: '2026-11-24' },
      example: (random) => `sess-${random(base62, 37)}a7B`,
    },
  ],
} as const satisfies Detector;
