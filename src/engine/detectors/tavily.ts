import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Tavily. `dev-` and `prod-` may stand before the body. */
export const tavily = {
  id: 'tavily',
  title: 'Tavily',
  kinds: [
    {
      rule: 'tavily-api-key',
      title: 'Tavily API key',
      prefixes: ['tvly-dev-', 'tvly-prod-', 'tvly-'],
      alphabet: base62,
      accepts: length(30, 40),
      envName: 'TAVILY_API_KEY',
      manage: 'https://app.tavily.com',
      usage: 'https://app.tavily.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/tavily.yml',
        read: '2026-11-23',
      },
      example: (random) => `tvly-dev-${random(base62, 32)}`,
    },
  ],
} as const satisfies Detector;
