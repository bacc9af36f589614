/** A client of a provider that reads its key from the environment where it is given none. */
export interface Sdk {
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
];

/** The client of which an argument gives the key, and that reads it itself without. */
export const sdkFor = (name: string, argument: string): Sdk | undefined =>
  sdks.find((sdk) => sdk.constructors.includes(name) && sdk.arguments.includes(argument));

/** Whether a constructor's argument may be left undefined. */
export const acceptsUndefined = (name: string, argument: string): boolean =>
  sdkFor(name, argument) !== undefined;
