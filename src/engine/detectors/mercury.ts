import { matching } from './accepts';
import { base62, type Detector } from './detector';

/** Mercury, the bank. */
export const mercury = {
  id: 'mercury',
  title: 'Mercury',
  kinds: [
    {
      rule: 'mercury-api-token',
      title: 'Mercury API token',
      prefixes: ['mercury_production_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[a-z]{3,6}_[0-9A-Za-z]{40,50}_yrucrem$/),
      envName: 'MERCURY_API_TOKEN',
      manage: 'https://app.mercury.com/settings/tokens',
      usage: 'https://app.mercury.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `mercury_production_rma_${random(base62, 44)}_yrucrem`,
    },
  ],
} as const satisfies Detector;
