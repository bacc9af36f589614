import assert from 'node:assert/strict';
import { defaultSettings, noPolicy, policyFile, scanDocument, withPolicy } from '../../../src/engine/index';
import { readPolicy } from '../../support/policy';
import { randomText } from '../../support/random';

const body = randomText(7)('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 28);
const rule = (more: object): string =>
  JSON.stringify({ rules: [{ id: 'acme-api-key', title: 'Acme API key', ...more }] });

/** What a policy finds in a text: rule, value, and the variable it would be moved to. */
async function found(policy: string, text: string): Promise<readonly (readonly [string, string, string?])[]> {
  const read = await readPolicy(policy);
  assert.deepEqual(read.problems, []);
  return scanDocument({ path: 'src/a.ts', text }, { tracked: true }, withPolicy(defaultSettings, read)).map(
    ({ rule: id, span, envName = '' }) => [id, text.slice(span.start, span.end), envName],
  );
}

describe('rules of a policy', () => {
  it('tell keys by a prefix, with the name to move them to', async () => {
    const policy = rule({ prefix: 'acme_', envName: 'ACME_KEY' });
    assert.deepEqual(await found(policy, `k = "acme_${body}";`), [
      ['acme-api-key', `acme_${body}`, 'ACME_KEY'],
    ]);
    for (const none of [
      'k = "acme_short"',
      `k = "xacme_${body}"`,
      `k = "acme_${'x'.repeat(30)}"`,
      'acme_your-key-goes-in-here',
    ])
      assert.deepEqual(await found(policy, none), [], none.slice(0, 12));
  });

  it('tell keys by a pattern; its group is the key', async () => {
    const policy = rule({ pattern: 'acme\\s*=\\s*"([0-9a-zA-Z]{28})"' });
    assert.deepEqual(await found(policy, `acme = "${body}"`), [['acme-api-key', body, 'ACME_API_KEY']]);
  });

  it('tell what each of their keys stands beside: files without it are not read', async () => {
    for (const [own, mark] of [
      [{ prefix: 'acme_' }, 'acme_'],
      [{ prefix: 'ключ_' }, undefined],
      [{ pattern: 'login:([0-9a-z]{24})' }, 'login:'],
      [{ pattern: '\\bacme_[0-9a-z]{20}' }, 'acme_'],
      [{ pattern: '^\\bacme-(?:live|test)' }, 'acme-'],
      [{ pattern: '(acme)_?[a-z]+' }, 'acme'],
      [{ pattern: 'acme_live|acme_test' }, 'acme_'],
      [{ pattern: '\\bacme_live|acme_test' }, 'acme_'],
      [{ pattern: 'acme_live|other_test' }, undefined],
      [{ pattern: '(?i)acme_[0-9a-z]{20}' }, undefined],
      [{ pattern: '[a-z]{4}_[0-9a-z]{20}' }, undefined],
      [{ pattern: 'ac[0-9a-z]{20}' }, undefined],
      [{ pattern: 'acé_[0-9a-z]{20}' }, undefined],
      [{ pattern: '^+acme_[0-9]' }, undefined],
    ] as const) {
      const { customRules } = await readPolicy(rule(own));
      assert.deepEqual(
        customRules.map((one) => one.mark),
        [mark],
        JSON.stringify(own),
      );
    }
  });

  it('are JSON with comments', async () => {
    const policy = `{\n  // ours\n  "rules": [{ "id": "acme-api-key", "prefix": "acme_", },],\n}`;
    assert.equal((await found(policy, `acme_${body}`)).length, 1);
  });

  it('cannot hang: nested repetition is matched in linear time, what cannot be is refused', async () => {
    const policy = rule({ pattern: '(a+)+b' });
    assert.deepEqual(await found(policy, 'a'.repeat(100_000)), []);
    for (const pattern of ['(a)\\1', '(?=a)b', '(', 'a*', '(?:x{1000}){1000}']) {
      const { customRules, problems } = await readPolicy(rule({ pattern }));
      assert.deepEqual([customRules, problems.length], [[], 1], pattern);
      assert.match(problems[0]?.message ?? '', /"pattern"/);
    }
  });

  it('that cannot be used are named with their place, and the others hold', async () => {
    const policy = `{
  "rules": [
    { "id": "Acme" , "prefix": "acme_" },
    { "id": "good-key", "prefix": "good_" },
    { "id": "good-key", "prefix": "twice_" },
    { "id": "openai-project-key", "prefix": "mine_" },
    { "id": "none-key" },
    { "id": "both-key", "prefix": "both_", "pattern": "both" },
    { "id": "typo-key", "prefix": "typo_", "envname": "X" },
    { "id": "env-key", "prefix": "env__", "envName": "lower" },
    "text"
  ]
}`;
    const { customRules, problems } = await readPolicy(policy);
    assert.deepEqual(
      customRules.map(({ id }) => id),
      ['good-key'],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [3, 5, 6, 7, 8, 9, 10, 11],
    );
    assert.match(problems[5]?.message ?? '', /unknown name; known are id, title/);
  });

  it('repeat nothing of what was written: it may be a key, by a slip', async () => {
    for (const policy of [
      { rules: [{ id: 'acme-api-key', pattern: `(${body}` }] },
      { rules: [{ id: 'acme-api-key', pattern: `(?=${body})` }] },
      { rules: [{ id: body, prefix: body, envName: body }] },
      { rules: [{ id: 'acme-api-key', prefix: 'acme_', [body]: 1 }] },
    ]) {
      const { problems } = await readPolicy(JSON.stringify(policy));
      assert.ok(problems.length > 0);
      for (let at = 0; at + 5 <= body.length; at++)
        assert.ok(
          !JSON.stringify(problems).includes(body.slice(at, at + 5)),
          JSON.stringify(problems[0]?.line),
        );
    }
  });

  it('broken text gives no rules and says where', async () => {
    for (const [text, line] of [
      ['', 1],
      ['{', 1],
      ['[]', 1],
      ['{\n  "rules": {}\n}', 2],
      ['{\n  "rules": [}\n', 2],
      ['\u0000', 1],
    ] as const) {
      const { customRules, problems } = await readPolicy(text);
      assert.deepEqual([customRules.length, problems[0]?.line], [0, line], JSON.stringify(text));
    }
    assert.deepEqual(await readPolicy('{}'), { ...noPolicy, files: [policyFile] });
  });
});
