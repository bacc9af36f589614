import assert from 'node:assert/strict';
import { rewrite } from '../../support/rewriting';

const key = '«openai-project-key»';
const claude = '«anthropic-api-key»';
const go = (imports: string, body: string): string =>
  `package main\n\nimport (\n\t"fmt"\n\n${imports})\n\nfunc main() {\n\t${body}\n}\n`;
const openai = '\t"github.com/openai/openai-go/v2"\n';
const option = '\t"github.com/openai/openai-go/v2/option"\n';
const stays = /No SDK reads this argument/;

/** A program with the argument, and what it is without; or why it stays. */
const cases: readonly (readonly [path: string, before: string, after: string | RegExp])[] = [
  ['a.js', `const c = new OpenAI({ apiKey: "${key}" });\n`, 'const c = new OpenAI();\n'],
  ['a.py', `c = OpenAI(api_key="${key}", timeout=5)\n`, 'c = OpenAI(timeout=5)\n'],
  ['a.rb', `c = OpenAI::Client.new(api_key: "${key}")\n`, 'c = OpenAI::Client.new\n'],
  ['a.rb', `c = OpenAI::Client.new api_key: '${key}'\n`, 'c = OpenAI::Client.new\n'],
  [
    'a.rb',
    `c = ::Anthropic::Client.new(\n  api_key: "${claude}",\n  timeout: 5\n)\n`,
    'c = ::Anthropic::Client.new(\n  timeout: 5\n)\n',
  ],
  // Another gem's client: it takes the key under another name, and reads none itself.
  ['a.rb', `c = OpenAI::Client.new(access_token: "${key}")\n`, stays],
  ['a.rb', `c = OpenAI::Client.new(api_key: "Bearer ${key}")\n`, stays],
  [
    'a.java',
    `var c = OpenAIOkHttpClient.builder().apiKey("${key}").build();\n`,
    'var c = OpenAIOkHttpClient.fromEnv();\n',
  ],
  [
    'a.java',
    `var c = com.anthropic.client.okhttp.AnthropicOkHttpClientAsync.builder()\n    .apiKey("${claude}")\n    .maxRetries(4)\n    .build();\n`,
    'var c = com.anthropic.client.okhttp.AnthropicOkHttpClientAsync.builder()\n    .fromEnv()\n    .maxRetries(4)\n    .build();\n',
  ],
  // What it reads would replace what is set.
  ['a.java', `var c = OpenAIOkHttpClient.builder().baseUrl(u).apiKey("${key}").build();\n`, stays],
  ['a.java', `var c = Other.builder().apiKey("${key}").build();\n`, stays],
  ['a.cs', `var c = new OpenAIClient("${key}");\n`, stays],
  [
    'main.go',
    go(openai + option, `fmt.Println(openai.NewClient(option.WithAPIKey("${key}")))`),
    go(openai, 'fmt.Println(openai.NewClient())'),
  ],
  [
    'main.go',
    go(
      openai + option,
      `fmt.Println(openai.NewClient(option.WithAPIKey("${key}"), option.WithMaxRetries(1)))`,
    ),
    go(openai + option, 'fmt.Println(openai.NewClient(option.WithMaxRetries(1)))'),
  ],
  [
    'main.go',
    go(
      '\tsdk "github.com/anthropics/anthropic-sdk-go"\n\to "github.com/anthropics/anthropic-sdk-go/option"\n',
      `fmt.Println(sdk.NewClient(o.WithAPIKey("${claude}")))`,
    ),
    go('\tsdk "github.com/anthropics/anthropic-sdk-go"\n', 'fmt.Println(sdk.NewClient())'),
  ],
  // Another module of that name.
  [
    'main.go',
    go('\topenai "github.com/acme/openai"\n', `fmt.Println(openai.NewClient(option.WithAPIKey("${key}")))`),
    stays,
  ],
];

describe('without the argument that an SDK does not need', () => {
  for (const [path, before, after] of cases)
    it(`${path}: ${before.replaceAll(/\s+/g, ' ')}`, async () => {
      const result = await rewrite(path, before, {}, { dropArgument: true });
      if (typeof after === 'string') assert.equal(result, after);
      else assert.match(result, after);
    });
});
