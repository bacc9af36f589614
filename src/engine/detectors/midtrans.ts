import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Midtrans. Not taken: client keys, `Mid-client-`, which are public. */
export const midtrans = {
  id: 'midtrans',
  title: 'Midtrans',
  kinds: [
    {
      rule: 'midtrans-server-key',
      title: 'Midtrans server key',
      prefixes: ['Mid-server-', 'SB-Mid-server-'],
      alphabet: base64url,
      accepts: allOf(length(16, 30), isMixed),
      envName: 'MIDTRANS_SERVER_KEY',
      manage: 'https://dashboard.midtrans.com/settings/config_info',
      usage: 'https://dashboard.midtrans.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `Mid-server-${mixed(random, 20)}`,
    },
  ],
} as const satisfies Detector;
