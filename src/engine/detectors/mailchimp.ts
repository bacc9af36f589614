import { type Detector, hex } from './detector';
import { isPlaceholder, looksRandom } from './placeholder';

/** Mailchimp. The end names the data centre. */
export const mailchimp = {
  id: 'mailchimp',
  title: 'Mailchimp',
  kinds: [],
  enclosed: [
    {
      rule: 'mailchimp-api-key',
      title: 'Mailchimp API key',
      patterns: [{ needs: '-us', pattern: /(?<!\w|(?<!:)-)(?<key>[0-9a-f]{32}-us\d{1,2})(?![\w-])/g }],
      accepts: (key) => !isPlaceholder(key) && looksRandom(key),
      envName: 'MAILCHIMP_API_KEY',
      manage: 'https://us1.admin.mailchimp.com/account/api/',
      usage: 'https://us1.admin.mailchimp.com/account/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/mailchimp/mailchimp.go',
        read: '2026-11-24',
      },
      example: (random) => `${random(hex, 32)}-us${random('123456789', 1)}`,
    },
  ],
} as const satisfies Detector;
