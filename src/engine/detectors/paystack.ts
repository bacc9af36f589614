import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

const common = {
  manage: 'https://dashboard.paystack.com/#/settings/developers',
  usage: 'https://dashboard.paystack.com',
  source: {
    url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/paystacksecretkey/detector.go',
    read: '2026-11-24',
  },
};

/** Paystack. Stripe's prefix, and forty hexadecimal digits. Not taken: public keys, `pk_`. */
export const paystack = {
  id: 'paystack',
  title: 'Paystack',
  kinds: [
    {
      ...common,
      rule: 'paystack-live-key',
      title: 'Paystack live secret key',
      prefixes: ['sk_live_'],
      alphabet: base62,
      accepts: matching(/^[0-9a-f]{40}$/),
      envName: 'PAYSTACK_SECRET_KEY',
      example: (random) => `sk_live_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'paystack-test-key',
      title: 'Paystack test secret key',
      prefixes: ['sk_test_'],
      alphabet: base62,
      accepts: matching(/^[0-9a-f]{40}$/),
      envName: 'PAYSTACK_SECRET_KEY',
      example: (random) => `sk_test_${random(hex, 40)}`,
    },
  ],
} as const satisfies Detector;
