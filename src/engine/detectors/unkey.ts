import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Unkey. */
export const unkey = {
  id: 'unkey',
  title: 'Unkey',
  kinds: [
    {
      rule: 'unkey-root-key',
      title: 'Unkey root key',
      prefixes: ['unkey_'],
      alphabet: base62,
      accepts: allOf(length(20, 32), isMixed),
      envName: 'UNKEY_ROOT_KEY',
      manage: 'https://app.unkey.com/settings/root-keys',
      usage: 'https://app.unkey.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/unkey.yml',
        read: '2026-11-24',
      },
      example: (random) => `unkey_${mixed(random, 24)}`,
    },
  ],
} as const satisfies Detector;
