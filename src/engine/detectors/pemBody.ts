import { base62, type RandomText } from './detector';
import { entropy, usualPairs } from './placeholder';

/** Whether base64 stands between the marks, and nothing else: armour headers, blanks, line breaks, also escaped. */
export function hasBody(key: string): boolean {
  const inside = key.slice(key.indexOf('-----', 10) + 5, key.lastIndexOf('-----END'));
  const body = inside
    .replace(/\\+[nrt]|\\$/gm, ' ')
    .replace(/^[ \t]*(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset):.*$/gim, ' ')
    .replace(/[\s"'`+,.;|>#*\\-]+/g, '');
  return /^[A-Za-z0-9+/=]{64,}$/.test(body) && entropy(body) >= 4 && usualPairs(body) < 0.6;
}

/** A made block. The words stand apart: in one piece the built file would hold what a scanner takes for a key. */
export function madePem(random: RandomText): string {
  const word = ['PRIVATE', 'KEY'].join(' ');
  const lines = [random(base62, 64), random(base62, 64)].join('\n');
  return [`-----BEGIN ${word}-----`, lines, `-----END ${word}-----`].join('\n');
}
