import { length } from './accepts';
import type { Detector } from './detector';

const bech32 = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';

/** age, the file encryption. Not taken: recipients, which begin with `age1` and are public. */
export const age = {
  id: 'age',
  title: 'age',
  kinds: [
    {
      rule: 'age-secret-key',
      title: 'age secret key',
      prefixes: ['AGE-SECRET-KEY-1'],
      alphabet: bech32,
      accepts: length(58),
      envName: 'SOPS_AGE_KEY',
      manage: 'https://github.com/FiloSottile/age',
      usage: 'https://github.com/FiloSottile/age',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `AGE-SECRET-KEY-1${random(bech32, 58)}`,
    },
  ],
} as const satisfies Detector;
