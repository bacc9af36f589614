import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Apify. */
export const apify = {
  id: 'apify',
  title: 'Apify',
  kinds: [
    {
      rule: 'apify-api-token',
      title: 'Apify API token',
      prefixes: ['apify_api_'],
      alphabet: base62,
      accepts: length(34, 38),
      envName: 'APIFY_TOKEN',
      manage: 'https://console.apify.com/settings/integrations',
      usage: 'https://console.apify.com/billing',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/apify.yml',
        read: '2026-11-24',
      },
      example: (random) => `apify_api_${random(base62, 36)}`,
    },
  ],
} as const satisfies Detector;
