import { parse } from 'dotenv';
import type { StoredName } from '../model/fix';
import { fingerprintOf } from '../scan/fingerprint';

/**
 * Whether dotenv reads each stored name with its value from the env file's text. Asked with the bytes that were
 * really saved, before any other file loses the value.
 */
export function readableFrom(text: string, stored: readonly StoredName[]): boolean {
  const values = parse(text);
  return stored.every(({ name, fingerprint }) => {
    const value = values[name];
    return value !== undefined && fingerprintOf(value) === fingerprint;
  });
}
