import assert from 'node:assert/strict';
import { scanDocument } from '../../../src/engine/index';
import { ownersOf } from '../../../src/engine/scan/owners';
import { madeKey } from '../../support/keys';

/** Where what encloses a value, or stands beside it, names the provider or says that it is a secret. */
const told: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['mistral-api-key', 'a.ts', "export const apiKeys = {\n  openai: '…',\n  mistral: 'KEY',\n};"],
  [
    'mistral-api-key',
    'a.ts',
    "services: { mistral: { url: 'https://a', retry: { max: 3 }, apiKey: 'KEY' } }",
  ],
  [
    'mistral-api-key',
    'a.yml',
    'providers:\n  cohere:\n    model: x\n  mistral:\n    model: large\n    api_key: KEY\n',
  ],
  ['exa-api-key', 'a.yml', 'exa:\n  api_key: KEY\n'],
  ['exa-api-key', 'a.ini', '[mistral]\nurl = x\n\n[exa]\nurl = y\napi_key = KEY\n'],
  ['pinecone-legacy-key', 'a.py', 'pc = Pinecone(\n    api_key="KEY",\n)'],
  ['heroku-legacy-key', '.netrc', 'machine api.heroku.com\n  login me@x.org\n  password KEY\n'],
  ['twilio-auth-token', 'a.js', "const client = require('twilio')(accountSid, 'KEY');"],
  ['twilio-auth-token', 'a.sh', 'curl -u "$TWILIO_ACCOUNT_SID:KEY" https://api.twilio.com/2010-04-01\n'],
  ['mailgun-api-key', 'a.sh', "curl --user 'api:KEY' \\\n  https://api.mailgun.net/v3/messages\n"],
  ['mistral-api-key', 'a.rs', 'let mistral_api_key = String::from("KEY");'],
  ['mistral-api-key', 'a.rs', 'let k = env::var("MISTRAL_API_KEY")\n    .unwrap_or_else(|_| "KEY".into());'],
  [
    'mistral-api-key',
    'A.java',
    'String k = Optional.ofNullable(getenv("MISTRAL_API_KEY"))\n    .orElse("KEY");',
  ],
  ['mistral-api-key', 'a.tsx', 'const mistralApiKey = useRef("KEY");'],
  ['mistral-api-key', 'a.go', 'var keys = map[string]string{\n\t"mistral": "KEY",\n}'],
  [
    'mistral-api-key',
    'a.yml',
    'env:\n  - value: KEY\n    name: MISTRAL_API_KEY\n  - value: 1\n    name: PORT\n',
  ],
  [
    'mistral-api-key',
    'task.json',
    '[{"value": "KEY", "name": "MISTRAL_API_KEY"}, {"value": "1", "name": "PORT"}]',
  ],
  ['mistral-api-key', 'a.plist', '<key>MISTRAL_API_KEY</key>\n<string>KEY</string>\n'],
  ['mistral-api-key', 'a.xml', '<mistral>\n  <url>https://a</url>\n  <apiKey>KEY</apiKey>\n</mistral>'],
  [
    'mistral-api-key',
    'a.xml',
    '<meta-data\n    android:name="dev.acme.MISTRAL_API_KEY"\n    android:value="KEY" />',
  ],
  ['mistral-api-key', 'a.html', '<input value="KEY" name="mistral_api_key">'],
  ['mistral-api-key', 'a.yml', 'mistral_api_keys:\n  - KEY\n'],
  ['mistral-api-key', 'a.ts', 'function getMistralApiKey() {\n  return "KEY";\n}'],
  ['mistral-api-key', 'a.py', 'parser.add_argument(\n    "--mistral-api-key",\n    default="KEY",\n)'],
  ['mistral-api-key', 'README.md', 'The Mistral AI API key is KEY, keep it.\n'],
  ['mistral-api-key', 'Procfile', 'web: MISTRAL_API_KEY=KEY gunicorn app\n'],
  ['mistral-api-key', 'src/providers/mistral.ts', "export const apiKey = 'KEY';"],
  ['cohere-api-key', 'serverless.yml', 'provider:\n  name: aws\ncohere:\n  api_key: KEY\n'],
  ['deepgram-api-key', 'a.py', 'from deepgram import Client\n\nclient = Client("KEY")\n'],
  ['discord-bot-token', 'a.py', 'bot.run("KEY")\n'],
  ['database-url-password', 'a.py', 'create_engine("postgresql+psycopg2://app:KEY@db.corp.net/shop")\n'],
  ['deepgram-api-key', 'k.md', '| Service | API key |\n| --- | --- |\n| Other | x |\n| Deepgram | `KEY` |\n'],
  ['deepgram-api-key', 'k.csv', 'service,api_key,owner\ndeepgram,KEY,me@x.org\n'],
  [
    'twilio-auth-token',
    'a.sql',
    "INSERT INTO creds (id, provider, api_key) VALUES\n  (1, 'x', 'y'),\n  (2, 'twilio', 'KEY');",
  ],
  [
    'datadog-application-key',
    'a.py',
    'from datadog import initialize\ninitialize(api_key=k, app_key="KEY")\n',
  ],
  ['database-url-password', 'a.json', '"Server=tcp:db.corp.net,1433;User ID=app;Password=KEY;"'],
];

/** What stands near a provider, or is named as a secret, and is none. HEX has 32 digits, SHA 40, MIXED 32 signs. */
const silent: readonly (readonly [path: string, text: string])[] = [
  ['a.tsx', 'import { Mistral } from \'./logos\';\n<Card key="HEX" title="Mistral" />'],
  ['a.json', '{"key": "HEX", "type": "group", "label": "Twilio"}'],
  ['Podfile.lock', 'SPEC CHECKSUMS:\n  DatadogCore: SHA\n  DatadogKey: SHA\n'],
  [
    'a.yml',
    'env:\n  - name: DD_API_KEY\n    valueFrom:\n      secretKeyRef:\n        key: api-key\n  - name: DD_VERSION\n    value: SHA\n',
  ],
  ['cache.log', 'wandb: run synced\nCache restored from key: SHA\n'],
  ['a.ts', "// datadog\nexport const syncToken = 'HEX';\nexport const tokenFamily = 'HEX';"],
  ['a.ts', "const wandbKeyRef = 'SHA';"],
  ['a.test.ts', "expect(await keyOf(mistral)).toBe('HEX');"],
  ['a.sql', "INSERT INTO prompt_cache (id, model, cache_key) VALUES\n  (1, 'mistral-large', 'HEX');"],
  ['a.ts', "docsearch({ appId: 'A', apiKey: 'HEX', indexName: 'datadog' });"],
  ['a.html', '<p>Cloudflare</p><input type="hidden" name="_token" value="MIXEDMIXE">'],
  ['refs', 'SHA refs/heads/deepgram-token\nSHA refs/heads/main\n'],
  ['group_vars/a.yml', 'twilio_auth_token: !vault |\n  $ANSIBLE_VAULT;1.2;AES256\n  HEX\n'],
  ['a.sql', "INSERT INTO exa_calls (id) VALUES ('UUID');"],
  ['a.sql', "INSERT INTO api_keys (provider, key_hash) VALUES ('twilio', 'HEX');"],
  ['a.md', '| Provider | Build |\n| --- | --- |\n| wandb | SHA |\n'],
  ['a.go', 'var sum = hash(mistralKey, "HEX")'],
];

const fill = (text: string): string =>
  text
    .replaceAll('UUID', madeKey('exa-api-key'))
    .replaceAll('SHA', madeKey('deepgram-api-key'))
    .replaceAll('HEX', madeKey('twilio-auth-token'))
    .replaceAll('MIXEDMIXE', madeKey('cohere-api-key'));

describe('the structure around a value', () => {
  for (const [rule, path, text] of told) {
    it(`tells ${rule} in ${text.replaceAll('\n', ' ').slice(0, 70)}`, () => {
      const key = madeKey(rule);
      const filled = text
        .replace('KEY', (found, at: number) => (text[at - 1] === '_' ? found : key))
        .replace(/(?<![_A-Z])KEY(?![_A-Z])/, () => key);
      const found = scanDocument({ path, text: filled }).filter(({ severity }) => severity !== 'info');
      assert.deepEqual(
        found.map((one) => [one.rule, filled.slice(one.span.start, one.span.end)]),
        [[rule, key]],
      );
    });
  }

  for (const [path, text] of silent) {
    it(`silent: ${text.replaceAll('\n', ' ').slice(0, 80)}`, () => {
      const found = scanDocument({ path, text: fill(text) }).filter(({ severity }) => severity !== 'info');
      assert.deepEqual(
        found.map(({ rule }) => rule),
        [],
      );
    });
  }

  it('is read outwards: brackets, indentation, sections, tags', () => {
    const heads = (text: string): readonly string[] => {
      const at = text.indexOf('HERE');
      return ownersOf(text, at).map(({ kind, head }) => `${kind} ${head.trim()}`);
    };
    assert.deepEqual(heads('const a = new Client({ b: [1, "x)"], c: { d: "HERE" } });'), [
      'block c:',
      'block const a = new Client(',
      'call const a = new Client',
    ]);
    assert.deepEqual(heads('a:\n  b:\n    - c: 1\n      d: HERE\n'), ['indent b:', 'indent a:']);
    assert.deepEqual(heads('[one]\nx = 1\n[two]\ny = "HERE"\n'), ['section [two]']);
    assert.deepEqual(heads('<a>\n  <b/>\n  <c>x</c>\n  <d>HERE</d>\n</a>'), ['tag d', 'tag a']);
    assert.deepEqual(heads('\nHERE'), []);
    assert.deepEqual(heads('config =\n{\n  key: "HERE"'), ['block config =']);
  });
});
