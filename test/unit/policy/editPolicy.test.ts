import assert from 'node:assert/strict';
import { accepting, settingSeverity } from '../../../src/engine/policy/editPolicy';
import { readPolicy } from '../../support/policy';

const salt = '0123456789abcdef0123456789abcdef';
const fingerprint = 'f'.repeat(32);
const one = { fingerprint, rule: 'openai-project-key', reason: 'a test', date: '2026-11-28' };

/** The text, which must be one that reads without a problem. */
async function checked(text: string | { readonly refused: string }): Promise<string> {
  assert.ok(typeof text === 'string');
  assert.deepEqual((await readPolicy(text)).problems, []);
  return text;
}

describe('the policy is edited', () => {
  it('where there is none yet', async () => {
    assert.equal(
      await checked(accepting('', salt, [one])),
      `{
  "salt": "${salt}",
  "accepted": [
    {
      "fingerprint": "${fingerprint}",
      "rule": "openai-project-key",
      "reason": "a test",
      "date": "2026-11-28"
    }
  ]
}
`,
    );
  });

  it('with its comments, its order and its indentation', async () => {
    const before = `// Ours\n{\n\t// who may\n\t"severity": { "generic-api-key": "off" }, // quiet\n\t"salt": "${salt}",\n\t"accepted": [\n\t\t// old\n\t\t{ "fingerprint": "${'0'.repeat(32)}", "rule": "a", "reason": "b" },\n\t],\n}\n`;
    const after = await checked(accepting(before, 'f'.repeat(32), [one, { ...one, path: 'test/**' }]));
    for (const line of before.trimEnd().split('\n').slice(0, 7)) assert.ok(after.includes(line), line);
    const policy = await readPolicy(after);
    assert.equal(policy.salt, salt);
    assert.deepEqual(
      policy.accepted.map(({ value, path, reason }) => [value[0], path, reason]),
      [
        ['0', undefined, 'b'],
        ['f', undefined, 'a test'],
        ['f', 'test/**', 'a test'],
      ],
    );
    assert.match(after, /\n\t\t\{\n\t\t\t"fingerprint"/);
  });

  it('with the ends of its lines', async () => {
    const after = await checked(accepting('{\r\n  "exclude": []\r\n}\r\n', salt, [one]));
    assert.ok(!/[^\r]\n/.test(after));
  });

  it('with the severity of a rule, everywhere and in some files', async () => {
    const all = await checked(
      settingSeverity('{"severity":{"openai-project-key":"info"}}', 'generic-api-key', 'off'),
    );
    const some = await checked(
      settingSeverity(all, 'generic-api-key', 'off', { path: 'docs/**', reason: 'samples' }),
    );
    assert.deepEqual(
      (await readPolicy(some)).severity.map(({ rule, value, path, reason }) => [rule, value, path, reason]),
      [
        ['openai-project-key', 'info', undefined, undefined],
        ['generic-api-key', 'off', undefined, undefined],
        ['generic-api-key', 'off', 'docs/**', 'samples'],
      ],
    );
  });

  it('whatever stands around the last one', async () => {
    for (const before of [
      '{}',
      '{ }',
      '{"exclude":[]}',
      '{\n  // none yet\n}\n',
      '{\n  "accepted": [] // none\n}\n',
      '{\n  "accepted": [\n    // none yet\n  ]\n}\n',
      '{\n  "exclude": [ "a" ] /* a, b */ // c,\n  // d\n}\n',
      '{\n  "exclude": ["a", "b"], // , last\n}\n',
    ]) {
      const after = await checked(accepting(before, salt, [one, one]));
      const policy = await readPolicy(after);
      assert.deepEqual([policy.salt, policy.accepted.length], [salt, 2], before);
      for (const [comment] of before.matchAll(/\/\/[^\n]*|\/\*.*?\*\//g))
        assert.ok(after.includes(comment), after);
    }
    assert.equal(
      await checked(
        settingSeverity('{\n  "exclude": ["a"] /* b */ // c\n  // d\n}\n', 'generic-api-key', 'off'),
      ),
      '{\n  "exclude": ["a"], /* b */ // c\n  "severity": {\n    "generic-api-key": "off"\n  }\n  // d\n}\n',
    );
  });

  it('not while it is no JSON object, or the list is none', () => {
    for (const text of ['{', '[]', '"a"', '{"accepted": {}}', '{"a": 1} {"b": 2}'])
      assert.notEqual(typeof accepting(text, salt, [one]), 'string', text);
  });
});
