import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Cartesia. */
export const cartesia = {
  id: 'cartesia',
  title: 'Cartesia',
  kinds: [
    {
      rule: 'cartesia-api-key',
      title: 'Cartesia API key',
      prefixes: ['sk_car_'],
      alphabet: `${base62}_`,
      accepts: allOf(length(20, 24), isMixed),
      envName: 'CARTESIA_API_KEY',
      manage: 'https://play.cartesia.ai/keys',
      usage: 'https://play.cartesia.ai',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/cartesia.yml',
        read: '2026-11-24',
      },
      example: (random) => `sk_car_${mixed(random, 20)}`,
    },
  ],
} as const satisfies Detector;
