import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The product's own key, used until a project has a salt of its own: the same input gives the same fingerprint
 * everywhere, and an audit writes nothing. It is no secret; a provider key is too random to be guessed from a hash.
 */
const productKey = 'keystow fingerprint v1';

/** What a key makes of the hash before any value comes: as dear as the value's own part. */
const keyed = (key: string): ReturnType<typeof hmac.create> => hmac.create(sha256, utf8ToBytes(key));
let last: { readonly key: string; readonly hash: ReturnType<typeof hmac.create> } | undefined;

/**
 * Keyed hash of a value: 32 hexadecimal digits, from which the value cannot be had back.
 *
 * @param salt of the project, where its policy has one.
 */
export function fingerprintOf(value: string, salt = productKey): string {
  if (last?.key !== salt) last = { key: salt, hash: keyed(salt) };
  return bytesToHex(last.hash.clone().update(utf8ToBytes(value)).digest()).slice(0, 32);
}

/** For what is no random value: a hash of where it is, so that a guessable value is never hashed. */
export const placeFingerprint = (rule: string, file: string, name: string): string =>
  fingerprintOf(['place', rule, file, name].join('\0'));
