import { type Detector, hex } from './detector';

/** Twilio. Not taken: account ids, which begin with `AC`. */
export const twilio = {
  id: 'twilio',
  title: 'Twilio',
  kinds: [],
  inContext: [
    {
      rule: 'twilio-auth-token',
      title: 'Twilio auth token',
      shape: /^[0-9a-f]{32}$/,
      names: /\btwilio/,
      envName: 'TWILIO_AUTH_TOKEN',
      manage: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
      usage: 'https://console.twilio.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/twilio/twilio.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 32),
    },
  ],
} as const satisfies Detector;
