import { t } from '../text/l10n';

/** Words of five letters and more: a random key of 150 characters holds one by chance once in 100,000. */
const words =
  /example|placeholder|dummy|redacted|fake[-_]|[-_]fake|foobar|lorem|not[-_]?a?[-_]?real|insert|replace|change-?_?me|your[-_ ]?(?:own[-_ ]?)?(?:api|key|token|secret)|your[-_]|sample/i;
/** Digits repeat more often by chance: an id of twelve holds five alike once in 1,000. */
const repeated = /(\D)\1{4}|(\d)\2{7}/;
/** `…`, `<key>`, `{{ key }}`, `*****`: marks that stand for a value. */
const marks = /\.\.\.|…|[<>{}*]/;

/**
 * Why a value only stands for one: `your-api-key`, `xxxxxxxx`, `sk-...`, `abcdefgh`, `changeme`; undefined where it
 * may be real. The reason quotes nothing of it.
 */
export function placeholderReason(value: string): string | undefined {
  if (words.test(value)) return t('it holds a word that stands in samples');
  if (repeated.test(value)) return t('it repeats one character');
  if (marks.test(value)) return t('it holds a mark that stands for a value');
  if (rows.test(value) || isSequence(value)) return t('it counts, or follows the keyboard');
  if (isPeriodic(value)) return t('it repeats itself');
  return looksLikeWords(value) ? t('it reads like words') : undefined;
}

export const isPlaceholder = (value: string): boolean => placeholderReason(value) !== undefined;

/** The pairs of letters that are most frequent in English and in names; two in five random pairs are among them. */
const pairs = new Set(
  'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze ks xt bs ik dd pt'.split(
    ' ',
  ),
);

/** How many of a value's pairs of letters are usual in words, from 0 to 1: 0.4 in random text, 0.9 in words. */
export function usualPairs(value: string): number {
  let all = 0;
  let usual = 0;
  for (const part of value.toLowerCase().match(/[a-z]{2,}/g) ?? [])
    for (let i = 0; i + 1 < part.length; i++) {
      all++;
      if (pairs.has(part.slice(i, i + 2))) usual++;
    }
  return all === 0 ? 0 : usual / all;
}

/** Whether a value is made of words rather than drawn: an identifier, a slug. Digits are rare in words. */
function looksLikeWords(value: string): boolean {
  const letters = value.replace(/[^A-Za-z]/g, '').length;
  const share = letters / value.replace(/[-_./]/g, '').length;
  if (letters < 16 || share < 0.85) return false;
  return usualPairs(value) > (letters < 24 ? 0.85 : letters < 32 ? 0.8 : 0.75);
}

/**
 * Whether a whole value stands for one: `<key>`, `your-key`, `changeme`, `xxxx`, `sk-...`. Asked where a value may be
 * written over, or is no random key: a password may hold `*`, or a word, or a row of five.
 */
export const isOnlyPlaceholder = (value: string): boolean =>
  /^(?:[\w-]{0,12}(?:\.\.\.|…)|<[^<>]+>|\{\{[^{}]+\}\}|\[[^[\]]+\]|[x*.#?-]{3,}|[a-z-]{0,10}[-_]?x{4,}|(?:your|my|insert|replace|enter|put|add)[-_ ][a-z_ -]*(?:key|token|secret|password|value|here)[a-z_ -]*|(?:change|replace)[-_]?(?:me|this)|todo|tbd|placeholder)$/i.test(
    value,
  );

/** Rows of a keyboard. */
const rows = /qwerty|asdfgh|zxcvbn|1q2w3e|qazwsx/i;

/** Whether a value counts, up or down, letter by letter or in two hands: `abcdef`, `987654`, `a1b2c3d4`, `abc123def456`. */
function isSequence(value: string): boolean {
  const codes = Array.from(value.toLowerCase(), (character) => character.charCodeAt(0));
  let all = 0;
  for (const [stride, step] of strides) {
    let run = 0;
    for (let i = stride; i < codes.length; i++) {
      const follows = codes[i] === (codes[i - stride] ?? 0) + step;
      run = follows ? run + 1 : 0;
      if (run + stride >= sequence + stride - 1) return true;
      if (follows && stride === 1 && step === 1) all++;
    }
  }
  return value.length >= 12 && all >= value.length * 0.55;
}

const strides = [
  [1, 1],
  [1, -1],
  [2, 1],
] as const;
const sequence = 6;

/** Whether a value repeats itself with a period of up to sixteen characters: `abcd1234abcd1234`. */
function isPeriodic(value: string): boolean {
  for (let period = 1; period <= Math.min(16, value.length / 2); period++) {
    let same = 0;
    for (let i = period; i < value.length; i++) if (value[i] === value[i - period]) same++;
    if (same >= (value.length - period) * 0.9) return true;
  }
  return false;
}

/** Bits of Shannon entropy per character, from the value's own counts. */
export function entropy(value: string): number {
  if (/[^\0-\xff]/.test(value)) return entropyOfAny(value);
  for (let at = 0; at < value.length; at++) {
    const place = value.charCodeAt(at);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  let bits = 0;
  for (let at = 0; at < value.length; at++) {
    const place = value.charCodeAt(at);
    const share = (counts[place] ?? 0) / value.length;
    counts[place] = 0;
    if (share > 0) bits -= share * Math.log2(share);
  }
  return bits;
}

/** All zero between two calls. */
const counts = new Uint32Array(256);

/** The same for a value in any script. */
function entropyOfAny(value: string): number {
  const countOf = new Map<string, number>();
  for (const character of value) countOf.set(character, (countOf.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of countOf.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/**
 * Whether a body looks drawn at random. A random body of 16 base32 characters has 3.5 bits per character, one of 64
 * hexadecimal digits 3.9; words and patterns stay below.
 */
export const looksRandom = (body: string): boolean => entropy(body) >= (body.length < 24 ? 2.6 : 3);
