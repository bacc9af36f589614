import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Mergify. */
export const mergify = {
  id: 'mergify',
  title: 'Mergify',
  kinds: [
    {
      rule: 'mergify-application-key',
      title: 'Mergify application key',
      prefixes: ['mergify_application_key_'],
      alphabet: base64url,
      accepts: allOf(length(40, 200), isMixed),
      envName: 'MERGIFY_TOKEN',
      manage: 'https://dashboard.mergify.com',
      usage: 'https://dashboard.mergify.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `mergify_application_key_${mixed(random, 64)}`,
    },
  ],
} as const satisfies Detector;
