import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Pagar.me. Not taken: encryption keys, `ek_live_`, which pages carry. */
export const pagarme = {
  id: 'pagarme',
  title: 'Pagar.me',
  kinds: [
    {
      rule: 'pagarme-api-key',
      title: 'Pagar.me API key',
      prefixes: ['ak_live_'],
      alphabet: base62,
      accepts: length(30),
      envName: 'PAGARME_API_KEY',
      manage: 'https://dash.pagar.me',
      usage: 'https://dash.pagar.me',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/pagarme/pagarme.go',
        read: '2026-11-24',
      },
      example: (random) => `ak_live_${random(base62, 30)}`,
    },
  ],
} as const satisfies Detector;
