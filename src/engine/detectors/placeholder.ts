/** Words of five letters and more: a random key of 150 characters holds one by chance once in 100,000. */
const words =
  /example|placeholder|dummy|redacted|fake[-_]|[-_]fake|not[-_]?a?[-_]?real|insert|replace|change-?_?me|your[-_ ]?(?:own[-_ ]?)?(?:api|key|token|secret)|your[-_]|sample/i;
/** Digits repeat more often by chance: an id of twelve holds five alike once in 1,000. */
const repeated = /(\D)\1{4}|(\d)\2{7}/;
/** `…`, `<key>`, `{{ key }}`, `*****`: marks that stand for a value. */
const marks = /\.\.\.|…|[<>{}*]/;

/** Whether a value only stands for one: `your-api-key`, `xxxxxxxx`, `sk-...`, `abcdefgh`, `changeme`. */
export const isPlaceholder = (value: string): boolean =>
  words.test(value) || repeated.test(value) || marks.test(value) || isSequence(value);

/**
 * Whether a whole value stands for one: `<key>`, `your-key`, `changeme`, `xxxx`, `sk-...`. Asked where a value may be
 * written over, or is no random key: a password may hold `*`, or a word, or a row of five.
 */
export const isOnlyPlaceholder = (value: string): boolean =>
  /^(?:[\w-]{0,12}(?:\.\.\.|…)|<[^<>]+>|\{\{[^{}]+\}\}|\[[^[\]]+\]|[x*.#?-]{3,}|[a-z-]{0,10}[-_]?x{4,}|(?:your|my|insert|replace|enter|put|add)[-_ ][a-z_ -]*(?:key|token|secret|password|value|here)[a-z_ -]*|(?:change|replace)[-_]?(?:me|this)|todo|tbd|placeholder)$/i.test(
    value,
  );

/** Six or more characters in a row that count upwards, such as `abcdef` or `123456`. */
function isSequence(value: string): boolean {
  let run = 1;
  for (let i = 1; i < value.length; i++) {
    run = value.charCodeAt(i) === value.charCodeAt(i - 1) + 1 ? run + 1 : 1;
    if (run >= 6) return true;
  }
  return false;
}

/**
 * Whether a body looks drawn at random: bits of Shannon entropy per character. A random body of 16 base32
 * characters has 3.5, one of 64 hexadecimal digits 3.9; words and patterns stay below.
 */
export function looksRandom(body: string): boolean {
  const counts = new Map<string, number>();
  for (const character of body) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / body.length) * Math.log2(count / body.length);
  return bits >= (body.length < 24 ? 2.6 : 3);
}
