import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Program, Site } from './rewriter';

/** A client of a provider that reads its key from the environment where it is given none. */
export interface Sdk {
  /** As a program writes them; in Go the module whose `NewClient` it is. */
  readonly constructors: readonly string[];
  /** The argument that takes the key, by the language's usual name for it. */
  readonly arguments: readonly string[];
  readonly variable: string;
  readonly source: { readonly url: string; readonly read: string };
}

const read = '2026-11-25';

/** Each read in the client's own source: its constructor takes undefined or None, and fails where the variable is not set. */
export const sdks: readonly Sdk[] = [
  {
    constructors: ['OpenAI', 'AsyncOpenAI'],
    arguments: ['apiKey', 'api_key'],
    variable: 'OPENAI_API_KEY',
    source: { url: 'https://github.com/openai/openai-node/blob/master/src/client.ts', read },
  },
  {
    constructors: ['Anthropic', 'AsyncAnthropic'],
    arguments: ['apiKey', 'api_key'],
    variable: 'ANTHROPIC_API_KEY',
    source: { url: 'https://github.com/anthropics/anthropic-sdk-typescript/blob/main/src/client.ts', read },
  },
  {
    constructors: ['Groq', 'AsyncGroq'],
    arguments: ['apiKey', 'api_key'],
    variable: 'GROQ_API_KEY',
    source: { url: 'https://github.com/groq/groq-typescript/blob/main/src/index.ts', read },
  },
  {
    constructors: ['Together', 'AsyncTogether'],
    arguments: ['apiKey', 'api_key'],
    variable: 'TOGETHER_API_KEY',
    source: { url: 'https://github.com/togethercomputer/together-typescript/blob/main/src/client.ts', read },
  },
  {
    constructors: ['OpenAI::Client'],
    arguments: ['api_key'],
    variable: 'OPENAI_API_KEY',
    source: { url: 'https://github.com/openai/openai-ruby/blob/main/lib/openai/client.rb', read },
  },
  {
    constructors: ['Anthropic::Client'],
    arguments: ['api_key'],
    variable: 'ANTHROPIC_API_KEY',
    source: {
      url: 'https://github.com/anthropics/anthropic-sdk-ruby/blob/main/lib/anthropic/client.rb',
      read,
    },
  },
  {
    constructors: ['github.com/openai/openai-go'],
    arguments: ['WithAPIKey'],
    variable: 'OPENAI_API_KEY',
    source: { url: 'https://github.com/openai/openai-go/blob/main/client.go', read },
  },
  {
    constructors: ['github.com/anthropics/anthropic-sdk-go'],
    arguments: ['WithAPIKey'],
    variable: 'ANTHROPIC_API_KEY',
    source: { url: 'https://github.com/anthropics/anthropic-sdk-go/blob/main/client.go', read },
  },
  {
    constructors: ['OpenAIOkHttpClient', 'OpenAIOkHttpClientAsync'],
    arguments: ['apiKey'],
    variable: 'OPENAI_API_KEY',
    source: { url: 'https://github.com/openai/openai-java#client-configuration', read },
  },
  {
    constructors: ['AnthropicOkHttpClient', 'AnthropicOkHttpClientAsync'],
    arguments: ['apiKey'],
    variable: 'ANTHROPIC_API_KEY',
    source: { url: 'https://github.com/anthropics/anthropic-sdk-java#client-configuration', read },
  },
];

/** The site at which an SDK is left to read its variable: `text` stands there instead of `span`. */
export const droppedSite = (
  { text }: Program,
  key: Span,
  { variable }: Sdk,
  span: Span,
  left = '',
  also: readonly TextEdit[] = [],
): Site => ({
  span,
  keys: [{ key, value: text.slice(key.start, key.end), name: variable }],
  text: () => left,
  also: () => also,
  needs: [],
});

/** The client of which an argument gives the key, and that reads it itself without. */
export const sdkFor = (name: string, argument: string): Sdk | undefined =>
  sdks.find((sdk) => sdk.constructors.includes(name) && sdk.arguments.includes(argument));

/** Whether a constructor's argument may be left undefined. */
export const acceptsUndefined = (name: string, argument: string): boolean =>
  sdkFor(name, argument) !== undefined;
