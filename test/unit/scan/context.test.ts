import assert from 'node:assert/strict';
import { wordsOf } from '../../../src/engine/detectors/credentialNames';
import { detectors } from '../../../src/engine/detectors/index';
import { scanDocument } from '../../../src/engine/index';
import { randomText } from '../../support/random';

const kinds = detectors.flatMap((provider) => (provider.inContext ?? []).map((kind) => ({ provider, kind })));

/** Where a credential stands in real files: NAME is its variable, KEY the key. */
const contexts: readonly (readonly [path: string, text: string])[] = [
  ['a.sh', 'export NAME=KEY\n'],
  ['a.sh', "NAME='KEY' ./run"],
  ['a.ts', 'const NAME = "KEY";'],
  ['a.ts', "const NAME: string = 'KEY';"],
  ['a.ts', 'const k = process.env.NAME ?? "KEY";'],
  ['a.js', 'const k = process.env.NAME || "KEY";'],
  ['a.js', 'module.exports = { NAME: `KEY` };'],
  ['a.py', 'NAME = "KEY"'],
  ['a.py', 'os.environ["NAME"] = "KEY"'],
  ['a.py', 'k = os.getenv("NAME", "KEY")'],
  ['a.json', '{"NAME": "KEY"}'],
  ['a.yml', 'NAME: KEY\n'],
  ['a.yml', '  NAME: "KEY" # mine\n'],
  ['a.toml', 'NAME = "KEY"'],
  ['Dockerfile', 'FROM a\nENV NAME KEY\n'],
  ['Dockerfile', 'FROM a\nENV NAME=KEY\n'],
  ['a.rb', "ENV['NAME'] ||= 'KEY'"],
  ['a.php', "define('NAME', 'KEY');"],
  ['a.php', "$config['NAME'] = 'KEY';"],
  ['a.go', 'const NAME = "KEY"'],
  ['a.go', 'os.Setenv("NAME", "KEY")'],
  ['A.java', 'private static final String NAME = "KEY";'],
  ['a.cs', 'public const string NAME = "KEY";'],
  ['a.properties', 'NAME=KEY'],
  ['a.sh', 'export X="${NAME:-KEY}"'],
  ['a.service', 'Environment=NAME=KEY\n'],
  ['a.R', 'NAME <- "KEY"'],
  ['a.xml', '<add key="NAME" value="KEY" />'],
  ['a.tf', 'variable "NAME" {\n  default = "KEY"\n}'],
  ['a.ipynb', '"NAME = \\"KEY\\"\\n",'],
];

/** Text around a value of a key's shape that is none. HEX is 32, SHA 40 digits. */
const silent: readonly string[] = [
  'const commit = "SHA"; // mistral, cohere, deepgram, wandb',
  'import cohere\nchecksum = "SHA"',
  'import wandb\nwandb.log({"commit": "SHA"})',
  'MISTRAL_MODEL_ID = "HEX"',
  '"integrity": "sha512-HEX"',
  'twilio_account_id: HEX',
  'from datadog import api\ntrace_id = "HEX"',
  'const cacheKey = "HEX";',
  'https://api.mistral.ai/v1/files/HEX',
  'mistral voice id HEX',
  'deepgram_request_id=SHA',
  'azure_openai_deployment = "HEX"',
  'COHERE_PUBLIC_KEY = "SHA"',
  '{"exa": {"id": "UUID"}}',
  'heroku-app-id: UUID',
  'import cohere\nnextPageToken = "SHA"',
  'import wandb\nwandb.init("SHA")',
  'from mistralai import Mistral\ncsrfToken = "HEX"',
];

describe('keys told by their context', () => {
  for (const { provider, kind } of kinds) {
    it(`${kind.rule}: found under its variable in every syntax, with the exact span`, () => {
      const missed: string[] = [];
      contexts.forEach(([path, context], index) => {
        const key = kind.example(randomText(index + 1));
        const text = context.replace('KEY', '§').replace('NAME', kind.envName).replace('§', key);
        const start = text.indexOf(key);
        const found = scanDocument({ path, text }).filter(({ category }) => category === 'key');
        const wanted = JSON.stringify([[kind.rule, provider.id, start, start + key.length]]);
        const got = JSON.stringify(
          found.map(({ rule, provider: id, span }) => [rule, id, span.start, span.end]),
        );
        if (got !== wanted) missed.push(`${path}: ${context} gives ${got}`);
      });
      assert.deepEqual(missed, []);
    });
  }

  it('by a call, a host or an import beside a general name', () => {
    const of = (rule: string): string => {
      const kind = kinds.find((one) => one.kind.rule === rule);
      assert.ok(kind);
      return kind.kind.example(randomText(5));
    };
    for (const [rule, text] of [
      ['mistral-api-key', 'const client = new Mistral({ apiKey: "KEY" });'],
      ['mistral-api-key', 'const client = new Mistral({\n  apiKey: "KEY",\n});'],
      ['mistral-api-key', 'from mistralai import Mistral\n\napi_key = "KEY"\n'],
      ['cohere-api-key', 'co = cohere.Client("KEY")'],
      ['cohere-api-key', 'import cohere\nTOKEN = "KEY"'],
      ['deepseek-api-key', 'client = OpenAI(api_key="KEY", base_url="https://api.deepseek.com")'],
      ['mistral-api-key', 'curl https://api.mistral.ai/v1/models -H "Authorization: Bearer KEY"'],
      ['deepgram-api-key', 'fetch("https://api.deepgram.com", { headers: { Authorization: "Token KEY" } })'],
      ['elevenlabs-legacy-key', 'headers = {"xi-api-key": "KEY"}'],
      ['exa-api-key', 'const exa = new Exa("KEY");'],
      ['azureopenai-api-key', 'new AzureOpenAI({ endpoint: "https://x.openai.azure.com", apiKey: "KEY" })'],
      ['twilio-auth-token', 'const client = require("twilio")(sid, authToken);\nconst authToken = "KEY";'],
      [
        'azure-storage-key',
        'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=KEY;EndpointSuffix=core.windows.net',
      ],
      ['aws-secret-access-key', 'aws_secret_access_key = KEY'],
    ] as const) {
      const key = of(rule);
      const full = text.replace('KEY', key);
      const found = scanDocument({ path: 'a.txt', text: full }).map(({ rule: id, span }) => [
        id,
        span.start,
        span.end,
      ]);
      const start = full.indexOf(key);
      assert.deepEqual(found, [[rule, start, start + key.length]], text);
    }
  });

  for (const text of silent) {
    it(`silent: ${text.replaceAll('\n', ' ')}`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const random = randomText(seed);
        const hex = (length: number): string => random('0123456789abcdef', length);
        const uuid = [8, 4, 4, 4, 12].map(hex).join('-');
        const full = text.replace('SHA', hex(40)).replace('HEX', hex(32)).replace('UUID', uuid);
        assert.deepEqual(scanDocument({ path: 'a.txt', text: full }), [], full);
      }
    });
  }

  it('splits names into words', () => {
    for (const [name, words] of [
      ['new MistralClient(', 'new mistral client'],
      ['https://api.mistral.ai/v1', 'https api mistral ai v1'],
      ['X-API-Key', 'x api key'],
      ['AWS_SECRET_ACCESS_KEY', 'aws secret access key'],
      ['openAIKey', 'open ai key'],
    ] as const)
      assert.equal(wordsOf(name), words);
  });
});
