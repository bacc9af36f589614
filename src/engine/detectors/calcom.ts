import { length } from './accepts';
import { base62, type Detector, hex } from './detector';

/** Cal.com. */
export const calcom = {
  id: 'calcom',
  title: 'Cal.com',
  kinds: [
    {
      rule: 'calcom-api-key',
      title: 'Cal.com API key',
      prefixes: ['cal_live_'],
      alphabet: base62,
      accepts: length(32),
      envName: 'CAL_API_KEY',
      manage: 'https://app.cal.com/settings/developer/api-keys',
      usage: 'https://app.cal.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/calcom.yml',
        read: '2026-11-24',
      },
      example: (random) => `cal_live_${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
