import { allOf, isMixed, matching } from './accepts';
import { base62, type Detector } from './detector';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Resend. Base58 in two parts: no `0`, `O`, `I` or `l`. */
export const resend = {
  id: 'resend',
  title: 'Resend',
  kinds: [
    {
      rule: 'resend-api-key',
      title: 'Resend API key',
      prefixes: ['re_'],
      alphabet: `${base62}_`,
      accepts: allOf(isMixed, matching(/^[1-9A-HJ-NP-Za-km-z]{8}_[1-9A-HJ-NP-Za-km-z]{24}$/)),
      envName: 'RESEND_API_KEY',
      manage: 'https://resend.com/api-keys',
      usage: 'https://resend.com/settings/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/cmd/generate/config/rules/resend.go',
        read: '2026-11-24',
      },
      example: (random) => `re_${random(base58, 8)}_${random(base58, 21)}a7B`,
    },
  ],
} as const satisfies Detector;
