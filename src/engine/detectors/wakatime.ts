import { allOf, anyOf, isUuid, matching } from './accepts';
import { base62, type Detector, uuid } from './detector';

/** WakaTime. */
export const wakatime = {
  id: 'wakatime',
  title: 'WakaTime',
  kinds: [
    {
      rule: 'wakatime-api-key',
      title: 'WakaTime API key',
      prefixes: ['waka_'],
      alphabet: `${base62}-`,
      accepts: anyOf(isUuid, allOf(matching(/^[0-9a-z]{36,64}$/), matching(/\d/))),
      envName: 'WAKATIME_API_KEY',
      manage: 'https://wakatime.com/settings/api-key',
      usage: 'https://wakatime.com/dashboard',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `waka_${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
