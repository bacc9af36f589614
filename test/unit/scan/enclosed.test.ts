import assert from 'node:assert/strict';
import type { Detector } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { scanDocument } from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';
import { randomText } from '../../support/random';

const brief = (text: string, path = 'a.txt'): readonly (readonly [string, string])[] =>
  scanDocument({ path, text }).map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);

/** Those told by a mark in their middle: they stand anywhere, as a key with a prefix does. */
const marked = detectors.flatMap(({ id, enclosed = [] }: Detector) =>
  enclosed
    .filter(({ patterns, example }) => {
      const key = example(randomText(1));
      return patterns.every(
        ({ needs, isRun, pattern }) =>
          (isRun === true || (typeof needs === 'string' && key.includes(needs))) && key.search(pattern) >= 0,
      );
    })
    .map((kind) => ({ id, kind })),
);

describe('keys told by what encloses them', () => {
  for (const { id, kind } of marked) {
    it(`${kind.rule}: found by it alone, with the exact span, and nothing of it shown`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const key = kind.example(randomText(seed));
        for (const context of [
          'KEY',
          'const key = "KEY";',
          "NAME='KEY'\n",
          '{"key":"KEY"}',
          'curl -H "Authorization: Bearer KEY" https://x.invalid',
          'see KEY, please',
          'It is KEY. Keep it.',
          '\tKEY\r\n',
        ]) {
          const text = context.replace('KEY', () => key);
          const [finding, ...others] = scanDocument({ path: 'a.txt', text });
          assert.deepEqual(
            [finding?.rule, finding?.provider, finding && text.slice(finding.span.start, finding.span.end)],
            [kind.rule, id, key],
            context,
          );
          assert.deepEqual(others, []);
        }
        const secret = key.slice(kind.prefix?.length ?? 0, 40);
        const shown = JSON.stringify(scanDocument({ path: 'a.txt', text: key }));
        assert.ok(!shown.includes(secret.slice(-12)), kind.rule);
      }
    });
  }

  it('a private key in PEM form, on several lines or with escaped ones', () => {
    const key = madeKey('pem-private-key');
    assert.deepEqual(brief(`k = """${key}"""\n`), [['pem-private-key', key]]);
    const escaped = key.replaceAll('\n', '\\n');
    assert.deepEqual(brief(`{"type": "service_account", "private_key": "${escaped}\\n"}`), [
      ['gcp-service-account-key', escaped],
    ]);
    assert.deepEqual(
      brief(`key = {'private_key': '${escaped}', 'client_email': 'a@b.iam.gserviceaccount.com'}`),
      [['gcp-service-account-key', escaped]],
    );
    for (const label of ['RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ']) {
      const labelled = key.replaceAll('PRIVATE', `${label}PRIVATE`);
      assert.deepEqual(brief(labelled), [['pem-private-key', labelled]]);
    }
  });

  it('no public key, no certificate, no sample of a block', () => {
    const key = madeKey('pem-private-key');
    for (const text of [
      key.replaceAll('PRIVATE', 'PUBLIC'),
      key.replace(/\n[\s\S]*\n/, '\n...\n'),
      `${key.slice(0, 27)} and nothing more`,
    ])
      assert.deepEqual(brief(text), [], text.slice(0, 40));
  });

  it('a bot token of Telegram, also in a URL', () => {
    const key = madeKey('telegram-bot-token');
    assert.deepEqual(brief(`TOKEN = "${key}"`), [['telegram-bot-token', key]]);
    assert.deepEqual(brief(`https://api.telegram.org/bot${key}/getMe`), [['telegram-bot-token', key]]);
    assert.deepEqual(brief('12345678:30:59 and 1234567890:Abc'), []);
  });

  it('the password of a database elsewhere, and its hash tells nothing', () => {
    const password = madeKey('database-url-password');
    for (const scheme of ['postgres', 'postgresql', 'mysql', 'mongodb+srv', 'rediss', 'amqps']) {
      assert.deepEqual(brief(`url = "${scheme}://app:${password}@db.corp.net:5432/shop"`), [
        ['database-url-password', password],
      ]);
    }
    const [first] = scanDocument({ path: 'a.txt', text: `postgres://u:${password}@db.corp.net/a` });
    const [second] = scanDocument({ path: 'a.txt', text: `postgres://u:${password}x@db.corp.net/a` });
    assert.equal(first?.fingerprint, second?.fingerprint, 'two passwords at one place have one fingerprint');
    const [third] = scanDocument({ path: 'a.txt', text: `postgres://u:${password}@db.other.net/a` });
    const text = `postgres://${password}:${password}@db.corp.net/a`;
    const [twice] = scanDocument({ path: 'a.txt', text });
    assert.equal(
      twice?.span.start,
      text.lastIndexOf(password),
      'the password, not the user of the same name',
    );
    const other = scanDocument({ path: 'a.txt', text: text.replaceAll(password, `${password}x`) });
    assert.equal(twice?.fingerprint, other[0]?.fingerprint, 'and its hash tells nothing either');
    assert.notEqual(first?.fingerprint, third?.fingerprint, 'two databases have two');
  });

  it('no password of a sample or of this machine', () => {
    const password = madeKey('database-url-password');
    for (const text of [
      'postgres://user:password123@db.corp.net/a',
      `postgres://u:${password}@localhost/a`,
      'postgres://u:s3cret-shop1@db:5432/a',
      `postgres://u:${password}@db.example.com/a`,
      'postgres://u:${DB_PASSWORD1}@db.corp.net/a',
      'postgres://u:<password1>@db.corp.net/a',
      'postgres://u:changeme123@db.corp.net/a',
    ])
      assert.deepEqual(brief(text), [], text);
  });

  it('show no character of the value', () => {
    for (const rule of [
      'pem-private-key',
      'telegram-bot-token',
      'database-url-password',
      'mistral-api-key',
    ]) {
      const key = madeKey(rule);
      const text =
        rule === 'database-url-password' ? `postgres://u:${key}@db.corp.net/a` : `MISTRAL_API_KEY = "${key}"`;
      const shown = JSON.stringify(scanDocument({ path: 'a.txt', text }));
      assert.match(shown, new RegExp(rule));
      const body = rule === 'pem-private-key' ? key.slice(30, -30) : key;
      for (const part of secretParts(body)) assert.ok(!shown.includes(part), rule);
    }
  });
});

describe('how serious a key is', () => {
  const key = madeKey('openai-project-key');
  const severity = (path: string, tracked = true): string | undefined =>
    scanDocument({ path, text: `k = "${key}"` }, { inRepository: true, tracked, ignored: !tracked })[0]
      ?.severity;

  it('depends on where it stands', () => {
    for (const [path, level] of [
      ['src/app.ts', 'error'],
      ['latest/app.ts', 'error'],
      ['test/app.ts', 'warning'],
      ['src/__tests__/app.ts', 'warning'],
      ['src/app.test.ts', 'warning'],
      ['pkg/app_test.go', 'warning'],
      ['tests/test_app.py', 'warning'],
      ['README.md', 'warning'],
      ['docs/guide.txt', 'warning'],
      ['test/.env.example', 'error'],
    ] as const)
      assert.equal(severity(path), level, path);
    assert.equal(severity('src/app.ts', false), 'info');
  });

  it('is low where the key is public by design', () => {
    const google = madeKey('google-api-key');
    const config = `const firebaseConfig = {\n  apiKey: "${google}",\n  authDomain: "a.firebaseapp.com",\n};`;
    const [finding, ...more] = scanDocument({ path: 'src/app.tsx', text: config });
    assert.deepEqual([finding?.severity, more], ['info', []]);
    assert.match(finding?.message ?? '', /public by design/);
    assert.equal(scanDocument({ path: 'src/app.py', text: `k = "${google}"` })[0]?.severity, 'error');
  });
});
