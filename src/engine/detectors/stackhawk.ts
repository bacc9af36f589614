import { allOf, isMixed, matching } from './accepts';
import { base62, base64url, type Detector, mixed } from './detector';

/** StackHawk. */
export const stackhawk = {
  id: 'stackhawk',
  title: 'StackHawk',
  kinds: [
    {
      rule: 'stackhawk-api-key',
      title: 'StackHawk API key',
      prefixes: ['hawk.'],
      alphabet: `${base64url}.`,
      accepts: allOf(matching(/^[\w-]{20}\.[\w-]{20}$/), isMixed),
      envName: 'HAWK_API_KEY',
      manage: 'https://app.stackhawk.com/settings/apikeys',
      usage: 'https://app.stackhawk.com',
      source: {
        url: 'https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/stackhawk.yml',
        read: '2026-11-24',
      },
      example: (random) => `hawk.${random(base62, 20)}.${mixed(random, 20)}`,
    },
  ],
} as const satisfies Detector;
