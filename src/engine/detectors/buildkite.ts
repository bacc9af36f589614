import { anyOf, length } from './accepts';
import { base64url, type Detector, digits, hex, lower } from './detector';

const common = {
  manage: 'https://buildkite.com/user/api-access-tokens',
  usage: 'https://buildkite.com',
  source: {
    url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
    read: '2026-11-24',
  },
};

/** Buildkite. Each service token has a length of its own. */
export const buildkite = {
  id: 'buildkite',
  title: 'Buildkite',
  kinds: [
    {
      ...common,
      rule: 'buildkite-user-token',
      title: 'Buildkite API access token',
      prefixes: ['bkua_'],
      alphabet: `${digits}${lower}`,
      accepts: anyOf(length(40), length(53)),
      envName: 'BUILDKITE_API_TOKEN',
      example: (random) => `bkua_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'buildkite-service-token',
      title: 'Buildkite service token',
      prefixes: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkpt_', 'bkpat_', 'bkps_'],
      alphabet: base64url,
      accepts: anyOf(length(54), length(64), length(73), length(75), length(199), length(333)),
      envName: 'BUILDKITE_AGENT_TOKEN',
      example: (random) => `bkct_${random(base64url, 73)}`,
    },
  ],
} as const satisfies Detector;
