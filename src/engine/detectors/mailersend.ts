import { length } from './accepts';
import { base62, type Detector, hex } from './detector';

/** MailerSend. */
export const mailersend = {
  id: 'mailersend',
  title: 'MailerSend',
  kinds: [
    {
      rule: 'mailersend-api-token',
      title: 'MailerSend API token',
      prefixes: ['mlsn.'],
      alphabet: base62,
      accepts: length(30, 100),
      envName: 'MAILERSEND_API_KEY',
      manage: 'https://app.mailersend.com/api-tokens',
      usage: 'https://app.mailersend.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `mlsn.${random(hex, 64)}`,
    },
  ],
} as const satisfies Detector;
