import assert from 'node:assert/strict';
import { checksumOf, hasChecksum } from '../../../src/engine/detectors/checksum';
import { base62, digits, hex } from '../../../src/engine/detectors/detector';
import { explainKeys, scanDocument } from '../../../src/engine/index';
import { madeKey } from '../../support/keys';
import { randomText } from '../../support/random';

const random = randomText(31);
const value = `${random(base62, 29)}a7B`;

const brief = (text: string, path = 'src/a.ts') =>
  scanDocument({ path, text }, { tracked: true }).map(({ rule, severity, envName }) => [
    rule,
    severity,
    envName,
  ]);

describe('values with the name of a secret', () => {
  for (const [text, name] of [
    [`const webhookSecret = "${value}";`, 'WEBHOOK_SECRET'],
    [`acme_api_key: ${value}`, 'ACME_API_KEY'],
    [`config.acme.authToken = '${value}'`, 'AUTH_TOKEN'],
    [`"db.password": "${value}"`, 'PASSWORD'],
    [`os.Setenv("ACME_TOKEN", "${value}")`, 'ACME_TOKEN'],
  ] as const)
    it(`are information: ${name}`, () => assert.deepEqual(brief(text), [['generic-api-key', 'info', name]]));

  it('are none where the name says something else, or the value is no random one', () => {
    for (const text of [
      ...[
        'publicKey',
        'cacheKey',
        'primaryKey',
        'keyboard',
        'monkey',
        'apiKeyName',
        'tokenId',
        'key',
        'sortKey',
        'csrfToken',
      ].map((name) => `const ${name} = "${value}";`),
      `const apiKey = "${random(hex, 32)}";`,
      `const secret = "${[8, 4, 4, 4, 12].map((length) => random(hex, length)).join('-')}";`,
      `const password = "${random(digits, 24)}";`,
      'const apiKey = "settings.integrations.apiKey.label2";',
      'const secret = "arn-aws-secretsmanager-eu-west-1-prod";',
      'const token = "refreshTokenExpiresInSeconds30";',
      'const authToken = "/var/run/secrets/token1/token2";',
      `import x from "./${value}";`,
    ])
      assert.deepEqual(brief(text), [], text.slice(0, 40));
  });
});

describe('a checksum', () => {
  it('is that of GitHub and npm', () => {
    const body = random(base62, 30);
    assert.ok(hasChecksum(body + checksumOf(body)));
    assert.ok(!hasChecksum(`${body}000000`));
    assert.equal(checksumOf('abc').length, 6);
  });

  it('raises what looks like a sample, and does not decide alone', () => {
    const reasons = (key: string) =>
      explainKeys({ path: 'a.ts', text: `k = "${key}"` }).map(({ rejected, reasons: why }) => [
        rejected,
        why.at(-1),
      ]);
    const sample = `${random(base62, 20)}aaaaa${random(base62, 5)}`;
    assert.deepEqual(reasons(`ghp_${sample}${checksumOf(sample)}`), [[undefined, 'its checksum is right']]);
    assert.deepEqual(reasons(`ghp_${sample}0a0B0c`), [
      ['it repeats one character', 'its checksum is wrong, as in a sample'],
    ]);
    assert.deepEqual(reasons(madeKey('github-personal-access-token')), [
      [undefined, 'its checksum is wrong, as in a sample'],
    ]);
  });
});

describe('what only looks like a key', () => {
  for (const [text, because] of [
    [`k = "sk-ant-api03-${'your-key-here-'.repeat(3)}x"`, 'it holds a word that stands in samples'],
    [`k = "ghp_${'a1b2c3d4e5f6'.repeat(3)}"`, 'it counts, or follows the keyboard'],
    [`k = "ghp_${'Qz7Lm2Xc9Vb4'.repeat(3)}"`, 'it repeats itself'],
    ['k = "hf_TransformersModelForSequenceClassificat"', 'it reads like words'],
    [`k = "groq: ${madeKey('groq-api-key')}..."`, 'it is cut off'],
  ] as const)
    it(`is told with its reason: ${because}`, () => {
      assert.deepEqual(scanDocument({ path: 'a.ts', text }), []);
      assert.deepEqual(
        explainKeys({ path: 'a.ts', text }).map(({ rejected }) => rejected),
        [because],
      );
    });
});

describe('tokens', () => {
  const part = (claims: object): string =>
    btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const token = (claims: object, alg = 'HS256'): string =>
    `${part({ alg, typ: 'JWT' })}.${part(claims)}.${random(base62, 43)}`;

  it('are judged by their claims', () => {
    const rules = (text: string, path = 'src/a.ts') =>
      scanDocument({ path, text: `const token = "${text}";` }, { tracked: true }).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    assert.deepEqual(rules(token({ sub: 'app' })), ['jwt-token warning']);
    assert.deepEqual(rules(token({ sub: 'app' }), 'test/a.test.ts'), ['jwt-token info']);
    assert.deepEqual(rules(token({ iss: 'supabase', role: 'service_role', exp: 2_100_000_000 })), [
      'supabase-service-role-key error',
    ]);
    for (const claims of [
      { name: 'John Doe' },
      { iss: 'supabase', role: 'anon' },
      { sub: 'app', exp: 1_600_000_000 },
    ])
      assert.deepEqual(rules(token(claims)), [], JSON.stringify(claims));
    assert.deepEqual(rules(token({ sub: 'app' }, 'none')), []);
  });
});
