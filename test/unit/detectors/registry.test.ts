import assert from 'node:assert/strict';
import { detectors } from '../../../src/engine/detectors/index';
import { rules, scanDocument } from '../../../src/engine/index';
import { randomText } from '../../support/random';

const kinds = detectors.flatMap((detector) => detector.kinds.map((kind) => ({ detector, kind })));

/** Where keys stand in real files; KEY is the key. */
const contexts = [
  'KEY',
  'const key = "KEY";',
  "key: 'KEY'",
  '{"key":"KEY"}',
  'curl -H "Authorization: Bearer KEY" https://x.invalid',
  'KEY=KEY2\n'.replace('KEY2', 'KEY').replace('KEY=', 'NAME='),
  '<Chat apiKey="KEY" />',
  '(KEY)',
  'see KEY, please',
  'It is KEY. Keep it.',
  'line\\nKEY\\n',
  'a=%22KEY%22',
  '`${x}KEY`',
  '\tKEY\r\n',
  'export A=${A:-KEY}',
  '\u001b[32mKEY\u001b[0m',
];

describe('detectors', () => {
  it('have unique rule ids that begin with the provider', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { detector, kind } of kinds) assert.match(kind.rule, new RegExp(`^${detector.id}-[a-z-]+$`));
  });

  for (const { detector, kind } of kinds) {
    it(`${kind.rule}: examples are found by it alone, with the exact span`, () => {
      for (let seed = 1; seed <= 40; seed++) {
        const key = kind.example(randomText(seed));
        for (const context of contexts) {
          const text = context.replace('KEY', key);
          const findings = scanDocument({ path: 'a.txt', text });
          const start = text.indexOf(key);
          assert.deepEqual(
            findings.map(({ rule, span, provider }) => ({ rule, ...span, provider })),
            [{ rule: kind.rule, start, end: start + key.length, provider: detector.id }],
            `${kind.rule} in ${context}, seed ${seed}`,
          );
        }
      }
    });

    it(`${kind.rule}: nothing shown holds a character of the secret part`, () => {
      const key = kind.example(randomText(99));
      const prefix = kind.prefixes.find((candidate) => key.startsWith(candidate)) ?? '';
      const [finding] = scanDocument({ path: 'a.txt', text: key });
      assert.equal(finding?.preview, `${prefix}…`);
      const shown = JSON.stringify(finding);
      for (let at = prefix.length; at + 5 <= key.length; at++) {
        assert.ok(!shown.includes(key.slice(at, at + 5)), 'five characters of the key are shown');
      }
    });
  }

  it('stay silent on placeholders of every kind', () => {
    for (const { kind } of kinds) {
      for (const prefix of kind.prefixes) {
        for (const body of [
          'your-api-key-here-your-api-key-here-your-api-key',
          'x'.repeat(80),
          '...',
          '<key>',
          '${KEY}',
          'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz',
        ]) {
          assert.deepEqual(
            scanDocument({ path: 'a.txt', text: `k = "${prefix}${body}"` }),
            [],
            prefix + body,
          );
        }
      }
    }
  });

  it('get through a megabyte of hostile text', () => {
    for (const { kind } of kinds) {
      for (const prefix of kind.prefixes) {
        const text = prefix.repeat(Math.ceil(2 ** 20 / prefix.length));
        for (const finding of scanDocument({ path: 'a.txt', text })) {
          assert.ok(finding.span.end <= text.length);
        }
      }
    }
  });
});
