import { runsInBrowser } from '../text/useClient';
import { type Language, processEnv } from './language';

export const typescript = {
  id: 'typescript',
  title: 'TypeScript',
  languageIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  interpreters: ['tsx', 'ts-node', 'deno', 'bun'],
  envRead: processEnv,
  isBrowserCode: runsInBrowser,
  sample: { text: 'const apiKey = "keystow";\n' },
  rewriting: {
    grammar: 'typescript',
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;
