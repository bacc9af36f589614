import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Braintree. Not taken: tokenization keys, which pages carry. */
export const braintree = {
  id: 'braintree',
  title: 'Braintree',
  kinds: [
    {
      rule: 'braintree-access-token',
      title: 'Braintree access token',
      prefixes: ['access_token$production$'],
      alphabet: `${base62}$`,
      accepts: matching(/^[0-9a-z]{16}\$[0-9a-f]{32}$/),
      envName: 'BRAINTREE_ACCESS_TOKEN',
      manage: 'https://www.braintreegateway.com/login',
      usage: 'https://www.braintreegateway.com/login',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `access_token$production$${random(hex, 16)}$${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
