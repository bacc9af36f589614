import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Browserbase. */
export const browserbase = {
  id: 'browserbase',
  title: 'Browserbase',
  kinds: [
    {
      rule: 'browserbase-api-key',
      title: 'Browserbase API key',
      prefixes: ['bb_live_', 'bb_test_'],
      alphabet: base64url,
      accepts: length(27),
      envName: 'BROWSERBASE_API_KEY',
      manage: 'https://www.browserbase.com/settings',
      usage: 'https://www.browserbase.com/overview',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/browserbase.yml',
        read: '2026-11-24',
      },
      example: (random) => `bb_live_${random(base64url, 27)}`,
    },
  ],
} as const satisfies Detector;
