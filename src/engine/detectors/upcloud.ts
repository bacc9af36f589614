import { length } from './accepts';
import { base62, type Detector, digits, upper } from './detector';

/** UpCloud. */
export const upcloud = {
  id: 'upcloud',
  title: 'UpCloud',
  kinds: [
    {
      rule: 'upcloud-api-token',
      title: 'UpCloud API token',
      prefixes: ['ucat_'],
      alphabet: base62,
      accepts: length(24, 32),
      envName: 'UPCLOUD_TOKEN',
      manage: 'https://hub.upcloud.com/account/api-tokens',
      usage: 'https://hub.upcloud.com/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `ucat_${random(`${digits}${upper}`, 26)}`,
    },
  ],
} as const satisfies Detector;
