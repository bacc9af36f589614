import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The product's own key, used until a project has a salt of its own: the same input gives the same fingerprint
 * everywhere, and an audit writes nothing. It is no secret; a provider key is too random to be guessed from a hash.
 */
const productKey = utf8ToBytes('keystow fingerprint v1');

/**
 * Keyed hash of a value: 32 hexadecimal digits, from which the value cannot be had back.
 *
 * @param salt of the project, where its policy has one.
 */
export const fingerprintOf = (value: string, salt?: string): string =>
  bytesToHex(hmac(sha256, salt === undefined ? productKey : utf8ToBytes(salt), utf8ToBytes(value))).slice(
    0,
    32,
  );

/** For what is no random value: a hash of where it is, so that a guessable value is never hashed. */
export const placeFingerprint = (rule: string, file: string, name: string): string =>
  fingerprintOf(['place', rule, file, name].join('\0'));
