import { constantsIn, isCompiled } from './compiled';

/** How a file's bytes stand for text. `latin1` is the lossless fallback for bytes that are not UTF-8. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'binary' };

/** How many bytes git looks at for a NUL (`FIRST_FEW_BYTES`, git/xdiff-interface.c, read 2026-11-23). */
const sniffedBytes = 8000;

/**
 * Reads bytes as text; never throws.
 *
 * A byte order mark decides first. Then a NUL in the first 8,000 bytes means binary, as in git, but for compiled Python and
 * Java, of which the constants are read: it is never written. What is not
 * valid UTF-8 is taken byte by byte as Latin-1, so that `encode` gives the same bytes back.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return decodeUtf8(bytes.subarray(3), 'utf8-bom') ?? latin1(bytes);
  if (a === 0xff && b === 0xfe) return utf16(bytes, 'utf16le');
  if (a === 0xfe && b === 0xff) return utf16(bytes, 'utf16be');
  if (bytes.subarray(0, sniffedBytes).includes(0)) {
    if (!isCompiled(bytes)) return { kind: 'binary' };
    const all = latin1(bytes);
    return { ...all, text: constantsIn(all.text) };
  }
  return decodeUtf8(bytes, 'utf8') ?? latin1(bytes);
}

/**
 * Writes text in an encoding that `decode` named; the byte order mark comes back with it.
 *
 * @throws RangeError when `latin1` cannot hold a character.
 */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return new TextEncoder().encode(text);
    case 'utf8-bom':
      return new TextEncoder().encode(`\uFEFF${text}`);
    case 'utf16le':
      return encodeUnits(`\uFEFF${text}`, (unit) => [unit & 0xff, unit >> 8]);
    case 'utf16be':
      return encodeUnits(`\uFEFF${text}`, (unit) => [unit >> 8, unit & 0xff]);
    case 'latin1':
      return encodeUnits(text, (unit) => {
        if (unit > 0xff) throw new RangeError('not a Latin-1 character');
        return [unit];
      });
    default:
      return encoding satisfies never;
  }
}

function decodeUtf8(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    utf8 ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { kind: 'text', text: utf8.decode(bytes), encoding };
  } catch {
    return undefined; // not UTF-8: the caller takes the lossless fallback
  }
}

let utf8: TextDecoder | undefined;

function utf16(bytes: Uint8Array, encoding: 'utf16le' | 'utf16be'): Decoded {
  if (bytes.length % 2 !== 0) return { kind: 'binary' };
  const [high, low] = encoding === 'utf16le' ? [1, 0] : [0, 1];
  const units: string[] = [];
  let chunk: number[] = [];
  for (let i = 2; i < bytes.length; i += 2) {
    chunk.push(((bytes[i + high] ?? 0) << 8) | (bytes[i + low] ?? 0));
    if (chunk.length === 4096) {
      units.push(String.fromCharCode(...chunk));
      chunk = [];
    }
  }
  units.push(String.fromCharCode(...chunk));
  return { kind: 'text', text: units.join(''), encoding };
}

function latin1(bytes: Uint8Array): Extract<Decoded, { readonly kind: 'text' }> {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 4096)));
  }
  return { kind: 'text', text: parts.join(''), encoding: 'latin1' };
}

function encodeUnits(text: string, bytesOf: (unit: number) => number[]): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) bytes.push(...bytesOf(text.charCodeAt(i)));
  return Uint8Array.from(bytes);
}
