import type { Detector } from './detector';
import { hasBody, madePem } from './pemBody';

/** Private keys in PEM form, also on one line with escaped line breaks. Not taken: public keys, certificates. */
export const pem = {
  id: 'pem',
  title: 'Private key',
  kinds: [],
  enclosed: [
    {
      rule: 'pem-private-key',
      title: 'Private key',
      prefix: '-----BEGIN',
      patterns: [
        {
          needs: 'PRIVATE KEY',
          pattern:
            /-----BEGIN (?<label>(?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?)-----(?:[^-]|-(?!----)){64,20000}-----END \k<label>-----/g,
        },
      ],
      accepts: hasBody,
      envName: 'PRIVATE_KEY',
      manage: 'https://docs.github.com/authentication/connecting-to-github-with-ssh',
      usage: 'https://docs.github.com/authentication/connecting-to-github-with-ssh',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: madePem,
    },
  ],
} as const satisfies Detector;
