import { length } from './accepts';
import { type Detector, lower } from './detector';

/** OneSignal. Not taken: app ids, which are public. */
export const onesignal = {
  id: 'onesignal',
  title: 'OneSignal',
  kinds: [
    {
      rule: 'onesignal-api-key',
      title: 'OneSignal API key',
      prefixes: ['os_v2_app_', 'os_v2_org_'],
      alphabet: `${lower}234567`,
      accepts: length(103),
      envName: 'ONESIGNAL_API_KEY',
      manage: 'https://dashboard.onesignal.com/organizations',
      usage: 'https://dashboard.onesignal.com/organizations',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `os_v2_app_${random(`${lower}234567`, 103)}`,
    },
  ],
} as const satisfies Detector;
