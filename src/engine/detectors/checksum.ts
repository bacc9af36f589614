import { base62 } from './detector';

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as zip has it, of a text of ASCII. */
function crc32(text: string): number {
  let sum = 0xffffffff;
  for (let i = 0; i < text.length; i++) sum = (sum >>> 8) ^ (table[(sum ^ text.charCodeAt(i)) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}

/** The six characters in which GitHub and npm write the checksum of what stands before them. */
export function checksumOf(body: string): string {
  let rest = crc32(body);
  let digits = '';
  for (let i = 0; i < 6; i++) {
    digits = (base62[rest % 62] ?? '') + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/**
 * Whether the last six characters of a body are the checksum of the others. Source:
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/, read 2026-11-24.
 */
export const hasChecksum = (body: string): boolean => checksumOf(body.slice(0, -6)) === body.slice(-6);
