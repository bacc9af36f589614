import { length, matching } from './accepts';
import { base62, type Detector, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, envName = 'STRIPE_SECRET_KEY'): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: base62,
  accepts: length(20, 250), // 24 or 99 today
  envName,
  manage: 'https://dashboard.stripe.com/apikeys',
  usage: 'https://dashboard.stripe.com',
  source: { url: 'https://docs.stripe.com/keys', read: '2026-11-23' },
  example: (random) => prefix + random(base62, 99),
});

/** Stripe. Not taken: `pk_live_` and `pk_test_`, which are publishable by design. */
export const stripe = {
  id: 'stripe',
  title: 'Stripe',
  kinds: [
    kind('stripe-live-secret-key', 'Stripe live secret key', 'sk_live_'),
    kind('stripe-live-restricted-key', 'Stripe live restricted key', 'rk_live_'),
    kind('stripe-test-secret-key', 'Stripe test secret key', 'sk_test_'),
    kind('stripe-test-restricted-key', 'Stripe test restricted key', 'rk_test_'),
    {
      ...kind('stripe-webhook-secret', 'Stripe webhook secret', 'whsec_', 'STRIPE_WEBHOOK_SECRET'),
      alphabet: `${base62}+/=`, // Svix has the same prefix; its secrets are base64
      accepts: matching(/^[0-9A-Za-z]{32,99}$/),
    },
  ],
} as const satisfies Detector;
