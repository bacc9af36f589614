import assert from 'node:assert/strict';
import { allOf, anyOf, isMixed, length, matching } from '../../../src/engine/detectors/accepts';
import { wordsOf } from '../../../src/engine/detectors/credentialNames';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { filterModuleOf, kinds, notes } from '../../../src/engine/filter/filterMemory';
import { lengthsOf } from '../../../src/engine/scan/bodyLengths';
import { neededLiterals } from '../../../src/engine/scan/neededLiterals';
import { randomText } from '../../support/random';

const module = filterModuleOf();
assert.ok(module !== undefined);

/** What the module notes of a text, as one set of kinds. */
function notedIn(text: string): number {
  const bytes = new TextEncoder().encode(text);
  assert.ok(module !== undefined && module.reserve(bytes.length) !== 0);
  const view = new Uint8Array(module.memory.buffer);
  view.set(bytes, module.data.value);
  view.fill(0, module.data.value + bytes.length, module.data.value + bytes.length + 64);
  const found = new Uint32Array(module.memory.buffer, notes, module.scan(bytes.length) * 3);
  return found.reduce((all, kind, index) => (index % 3 === 0 ? all | kind : all), 0);
}

/** So many keys of each kind: what holds for all of them holds by its form, not by chance. */
const examples = 60;

describe('what the filter of an audit is built of', () => {
  it('a key that begins with its mark is noted, whatever its body', () => {
    for (const { kinds: own } of detectors)
      for (const { rule, example } of own)
        for (let n = 0; n < examples; n++)
          assert.ok((notedIn(`k = ${example(randomText(n))}\n`) & kinds.marked) !== 0, `${rule} ${n}`);
  });

  it('a key that its context tells is noted by its form', () => {
    let asked = 0;
    for (const { inContext = [] } of detectors)
      for (const { rule, example } of inContext)
        for (let n = 0; n < examples; n++)
          for (const write of [
            (key: string) => `"${key}"`,
            (key: string) => `A_B.c=${key}\n`,
            (key: string) => `-p${key}.`,
          ]) {
            const key = example(randomText(n));
            // A value without a digit is none: as rare as it is, see valueIn.
            if (!/\d/.test(key)) continue;
            asked++;
            const told = notedIn(` ${write(key)} `);
            assert.ok(write(key).startsWith('-p') || (told & kinds.formed) !== 0, `${rule} ${n}`);
          }
    assert.ok(asked > 3000);
  });

  it('what encloses a key is noted, with each pattern', () => {
    for (const { enclosed = [] } of detectors)
      for (const { rule, patterns, example } of enclosed)
        for (let n = 0; n < examples; n++) {
          const text = example(randomText(n));
          if (!patterns.some(({ pattern }) => text.search(pattern) >= 0)) continue; // it needs what stands around
          assert.notEqual(notedIn(`\n${text}\n`), 0, `${rule} ${n}`);
        }
  });

  it('no body is shorter or longer than its kind says', () => {
    for (const { kinds: own } of detectors)
      for (const { rule, prefixes, accepts, example } of own) {
        const { min, max } = lengthsOf(accepts);
        assert.ok(min >= 16, `${rule} may have a body of ${min} characters`);
        for (let n = 0; n < examples; n++) {
          const key = example(randomText(n));
          const bodies = prefixes
            .filter((prefix) => key.startsWith(prefix))
            .map((prefix) => key.slice(prefix.length));
          const accepted = bodies.filter((body) => accepts(body));
          assert.ok(accepted.length > 0, rule);
          for (const body of accepted) assert.ok(body.length >= min && body.length <= max, rule);
        }
      }
  });

  it('lengths are read from expressions', () => {
    const endless = Number.POSITIVE_INFINITY;
    for (const [accepts, min, max] of [
      [length(20, 30), 20, 30],
      [matching(/^[a-z]{3}(?:-\d{2,4})?$/), 3, 8],
      [matching(/^(?:ab|c)+$/), 1, endless],
      [matching(/^a$|^b{5}c*$/), 1, endless],
      [matching(/x{4}/), 4, endless],
      [allOf(matching(/^\w{5,9}$/), isMixed, length(6)), 6, 6],
      [anyOf(length(4), length(9)), 4, 9],
      [(body: string) => body !== '', 0, endless],
    ] as const)
      assert.deepEqual(lengthsOf(accepts), { min, max });
  });

  it('a name of a provider holds one of the words that are looked for', () => {
    assert.deepEqual(neededLiterals(/\bopen ?ai\b|\bsecret ?access ?key|\ba[ks]ia[0-9]{4}/.source), [
      'open',
      'secret',
      'ia',
    ]);
    for (const { inContext = [] } of detectors)
      for (const { rule, names } of inContext)
        for (const literal of neededLiterals(names.source))
          assert.ok(literal.length > 1, `${rule}: a name without a word`);
    // What each detector is called names it, or its rule does.
    for (const detector of detectors)
      for (const kind of kindsOf(detector)) {
        if (!('names' in kind)) continue;
        for (const name of [detector.title, kind.envName, kind.title].map(wordsOf)) {
          if (!kind.names.test(name)) continue;
          const words = neededLiterals(kind.names.source);
          assert.ok(
            words.some((word) => name.includes(word)),
            `${kind.rule}: ${name}`,
          );
        }
      }
  });
});
