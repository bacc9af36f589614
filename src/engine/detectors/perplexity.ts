import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Perplexity. 48 characters today. */
export const perplexity = {
  id: 'perplexity',
  title: 'Perplexity',
  kinds: [
    {
      rule: 'perplexity-api-key',
      title: 'Perplexity API key',
      prefixes: ['pplx-'],
      alphabet: base62,
      accepts: length(40, 64),
      envName: 'PERPLEXITY_API_KEY',
      manage: 'https://www.perplexity.ai/account/api/keys',
      usage: 'https://www.perplexity.ai/account/api',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `pplx-${random(base62, 48)}`,
    },
  ],
} as const satisfies Detector;
