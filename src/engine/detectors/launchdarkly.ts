import { allOf, isUuid } from './accepts';
import { type Detector, hex, uuid } from './detector';

const common = {
  manage: 'https://app.launchdarkly.com/settings/authorization',
  usage: 'https://app.launchdarkly.com/settings/usage',
  source: {
    url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/launchdarkly/launchdarkly.go',
    read: '2026-11-24',
  },
};

/** LaunchDarkly. Not taken: mobile keys, `mob-`, and client ids, which are public. `api-` is everybody's. */
export const launchdarkly = {
  id: 'launchdarkly',
  title: 'LaunchDarkly',
  kinds: [
    {
      ...common,
      rule: 'launchdarkly-sdk-key',
      title: 'LaunchDarkly SDK key',
      prefixes: ['sdk-'],
      alphabet: `${hex}-`,
      accepts: allOf(isUuid, (body) => body[14] === '4'),
      envName: 'LAUNCHDARKLY_SDK_KEY',
      example: (random) => `sdk-${uuid(random)}`,
    },
  ],
  inContext: [
    {
      ...common,
      rule: 'launchdarkly-access-token',
      title: 'LaunchDarkly access token',
      prefix: 'api-',
      shape: /^api-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/,
      names: /\blaunch ?darkly/,
      envName: 'LAUNCHDARKLY_ACCESS_TOKEN',
      example: (random) => `api-${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
