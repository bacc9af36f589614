import { allOf, isMixed, matching } from './accepts';
import { base62, type Detector } from './detector';

/** Svix and Standard Webhooks. The prefix is that of Stripe's webhook secrets; 24 to 64 bytes in base64 follow. */
export const svix = {
  id: 'svix',
  title: 'Svix',
  kinds: [
    {
      rule: 'svix-webhook-secret',
      title: 'Webhook signing secret',
      prefixes: ['whsec_'],
      alphabet: `${base62}+/=`,
      accepts: allOf(matching(/^[0-9A-Za-z+/]{30,88}={0,2}$/), matching(/[+/=]/), isMixed),
      envName: 'WEBHOOK_SECRET',
      manage: 'https://dashboard.svix.com',
      usage: 'https://dashboard.svix.com',
      source: {
        url: 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md',
        read: '2026-11-24',
      },
      example: (random) => `whsec_${random(base62, 28)}a7B=`,
    },
  ],
} as const satisfies Detector;
