import { type Detector, hex } from './detector';

/** Mailgun. */
export const mailgun = {
  id: 'mailgun',
  title: 'Mailgun',
  kinds: [],
  inContext: [
    {
      rule: 'mailgun-api-key',
      title: 'Mailgun API key',
      prefix: 'key-',
      shape: /^key-[0-9a-f]{32}$/,
      names: /\bmail ?gun/,
      envName: 'MAILGUN_API_KEY',
      manage: 'https://app.mailgun.com/settings/api_security',
      usage: 'https://app.mailgun.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/mailgun/mailgun.go',
        read: '2026-11-23',
      },
      example: (random) => `key-${random(hex, 32)}`,
    },
    {
      rule: 'mailgun-sending-key',
      title: 'Mailgun sending key',
      shape: /^[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}$/,
      names: /\bmail ?gun/,
      envName: 'MAILGUN_API_KEY',
      manage: 'https://app.mailgun.com/settings/api_security',
      usage: 'https://app.mailgun.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/mailgun/mailgun.go',
        read: '2026-11-23',
      },
      example: (random) => `${random(hex, 32)}-${random(hex, 8)}-${random(hex, 8)}`,
    },
  ],
} as const satisfies Detector;
