import { base62, type Detector } from './detector';
import { entropy, usualPairs } from './placeholder';

/** Whether base64 stands between the marks, and nothing else: armour headers, blanks, line breaks, also escaped. */
function hasBody(key: string): boolean {
  const inside = key.slice(key.indexOf('-----', 10) + 5, key.lastIndexOf('-----END'));
  const body = inside
    .replace(/\\+[nrt]|\\$/gm, ' ')
    .replace(/^[ \t]*(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):.*$/gim, ' ')
    .replace(/[\s"'`+,.;|>#*\\-]+/g, '');
  return /^[A-Za-z0-9+/=]{64,}$/.test(body) && entropy(body) >= 4 && usualPairs(body) < 0.6;
}

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
      // The words stand apart: in one piece the built file would hold what a scanner takes for a key.
      example: (random) => {
        const word = ['PRIVATE', 'KEY'].join(' ');
        const lines = [random(base62, 64), random(base62, 64)].join('\n');
        return [`-----BEGIN ${word}-----`, lines, `-----END ${word}-----`].join('\n');
      },
    },
  ],
} as const satisfies Detector;
