import { inRuns } from '../scan/inRuns';
import { type KeyForms, keyForms } from '../scan/keyForms';
import { bytesOf } from './bytesOf';

/** Where its memory has what it knows: as in src/wasm/places.ts. */
const classes = 0;
const base64 = 256;
const lowNibbles = 512;
const groupsOf = 544;
const pairsOf = 608;
const namesOf = 672;
const threes = 1024;
const alphabets = threes + 8192;
const buckets = alphabets + 2048;
const literals = buckets + 512;
/** Where the compiler puts what is its own: see scripts/wasm.ts. */
const most = 49_152;

function tablesOf(forms: KeyForms): Uint8Array {
  const memory = new Uint8Array(most);
  const inRun = characters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=.~');
  const kinds: readonly (readonly [bit: number, codes: ReadonlySet<number>])[] = [
    [1, inRun],
    [2, characters('0123456789')],
    [4, characters('abcdefghijklmnopqrstuvwxyz')],
    [128, characters('ABCDEFGHIJKLMNOPQRSTUVWXYZ')],
    [8, characters('"\'`')],
    [16, characters(' \t')],
    [32, characters('\0 \t\n\v\f\r"\'`?#')],
    [64, characters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_')],
  ];
  for (const [bit, codes] of kinds)
    for (const code of codes) memory[classes + code] = (memory[classes + code] ?? 0) | bit;
  memory.fill(255, base64, base64 + 256);
  const sixBits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (const [index, code] of [...characters(sixBits)].entries()) memory[base64 + code] = index;
  memory[base64 + 0x2d] = 62; // the URL's alphabet
  memory[base64 + 0x5f] = 63;
  const add = (at: number, bits: number): void => {
    memory[at] = (memory[at] ?? 0) | bits;
  };
  for (const code of inRun) add(lowNibbles + (code & 15), 1 << (code >> 4));
  const sets = new DataView(memory.buffer, alphabets, 8 * 256);
  const digits = forms.alphabets.length;
  for (const [index, alphabet] of [...forms.alphabets, '0123456789'].entries()) {
    // Of 64 bits: in two halves.
    const [half, bit] = [(index >> 5) << 2, 1 << (index & 31)];
    for (const code of characters(alphabet))
      sets.setUint32(code * 8 + half, sets.getUint32(code * 8 + half, true) | bit, true);
  }
  const prefixes = Object.values(forms.prefixes)
    .flat()
    .map(([text, alphabet, least]) => ({ text, kind: 1, least, alphabet }));
  const needs = forms.enclosed.flatMap(([source, , one]) => {
    const isBeforeDigit = source.includes(`${one}\\d`);
    return inRuns([one]).map((text) => ({ text, kind: 2, least: isBeforeDigit ? 1 : 0, alphabet: digits }));
  });
  const addPair = (table: number, group: number, first: string, second: string): void => {
    for (const [place, those] of [first, second].entries())
      for (const code of characters(those)) {
        add(table + 32 * place + (code & 15), 1 << group);
        add(table + 32 * place + 16 + (code >> 4), 1 << group);
      }
  };
  for (const [index, { text }] of needs.entries())
    addPair(groupsOf, index & 7, text.charAt(0), text.charAt(1));
  for (const [group, [first, second]] of signs(prefixes.map(({ text }) => text.charAt(0))).entries())
    addPair(pairsOf, group, first, second);
  for (const [group, [first, second]] of lastLetters.entries())
    addPair(namesOf, group, first + first.toUpperCase(), second + second.toUpperCase());
  const places = [...prefixes, ...needs].flatMap((one) =>
    hashesOf(one.text).map((hash) => ({ ...one, hash })),
  );
  for (const { hash } of places)
    memory[threes + (hash >> 3)] = (memory[threes + (hash >> 3)] ?? 0) | (1 << (hash & 7));
  let next = 0;
  for (let low = 0; low < 256; low++) {
    memory[buckets + 2 * low] = next & 255;
    memory[buckets + 2 * low + 1] = next >> 8;
    const here = places.filter(({ hash }) => (hash & 255) === low);
    const once = new Map(here.map((one) => [`${one.text} ${one.kind} ${one.least} ${one.alphabet}`, one]));
    for (const { text, kind, least, alphabet } of once.values()) {
      memory.set([text.length, kind, least & 255, least >> 8, alphabet, ...bytesOf(text)], literals + next);
      next += text.length + 5;
    }
    memory[literals + next++] = 0;
  }
  if (literals + next > most) throw new RangeError('the filter knows more than it has room for');
  return memory.slice(0, literals + next);
}

/** What `signFound` looks at, as pairs of bytes; a group also has what shares its halves with others of it. */
function signs(beginnings: readonly string[]): readonly (readonly [first: string, second: string])[] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const others = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code + 128)).join('');
  // Behind most literals stands what neither joins them nor begins one.
  const behind = [...new Set([...letters, ...'{$ \t\r\n+.&\\"\'`', ...beginnings])];
  const behindQuote = (halves: readonly number[]): string =>
    behind.filter((one) => halves.includes(one.charCodeAt(0) >> 4)).join('');
  return [
    ['"\'', `${behindQuote([2])}\r\n`],
    ['"\'', behindQuote([4, 5, 6, 7])],
    ['"\'', `${behindQuote([3])}\t`],
    [':@', '/t'],
    ['Kx', 'Eo'],
    ['nN\\', 'vV\r\n'],
    ['dD', '='],
    [` \t${others}`, '='],
  ];
}

/** The last two letters of what `isNameIn` looks for. */
const lastLetters = [
  ['e', 'ynt'],
  ['o', 'n'],
  ['n', 't'],
  ['rw', 'd'],
  ['sl', 's'],
  ['s', 'e'],
  ['t', 'h'],
  ['a', 'l'],
] as const;

const base64Of = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Of the first three bytes; of a shorter text whatever follows. */
function hashesOf(text: string): readonly number[] {
  const [a = 0, b = 0, third] = bytesOf(text);
  const thirds = third === undefined ? Array.from({ length: 256 }, (_, code) => code) : [third];
  return thirds.map((c) => Math.imul(a | (b << 8) | (c << 16), 0x9e3779b1) >>> 16);
}

const characters = (text: string): ReadonlySet<number> => new Set(bytesOf(text));

/** What the module knows of keys, in base64: the beginning of its memory. Taken from the forms of keys; esbuild.js puts the result in its place. */
export const filterTables: string = base64Of(tablesOf(keyForms));
