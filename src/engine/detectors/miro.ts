import { matching } from './accepts';
import { base64url, type Detector } from './detector';

/** Miro. A JSON in base64 that begins with `miro.origin`, and the secret. */
export const miro = {
  id: 'miro',
  title: 'Miro',
  kinds: [
    {
      rule: 'miro-oauth-token',
      title: 'Miro OAuth token',
      prefixes: ['eyJtaXJvLm9yaWdpbiI6'],
      alphabet: base64url,
      accepts: matching(/^[0-9A-Za-z-]{4,64}_[\w-]{20,64}$/),
      envName: 'MIRO_ACCESS_TOKEN',
      manage: 'https://miro.com/app/settings/user-profile/apps',
      usage: 'https://miro.com/app/settings',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `eyJtaXJvLm9yaWdpbiI6ImV1MDEifQ_${random(base64url, 27)}`,
    },
  ],
} as const satisfies Detector;
