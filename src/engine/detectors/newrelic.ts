import { anyOf, length } from './accepts';
import { base64url, type Detector, digits, hex, upper } from './detector';
import { isPlaceholder } from './placeholder';

const common = {
  manage: 'https://one.newrelic.com/admin-portal/api-keys/home',
  usage: 'https://one.newrelic.com/admin-portal/plan-management/home',
};

/** New Relic. Not taken: browser keys, `NRJS-` and `NRBR-`, which pages carry. */
export const newrelic = {
  id: 'newrelic',
  title: 'New Relic',
  kinds: [
    {
      ...common,
      rule: 'newrelic-user-key',
      title: 'New Relic user key',
      prefixes: ['NRAK-'],
      alphabet: `${digits}${upper}`,
      accepts: length(27),
      envName: 'NEW_RELIC_API_KEY',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/newrelicuserkey/newrelicuserkey.go',
        read: '2026-11-24',
      },
      example: (random) => `NRAK-${random(`${digits}${upper}`, 27)}`,
    },
    {
      ...common,
      rule: 'newrelic-insert-key',
      title: 'New Relic insert key',
      prefixes: ['NRII-'],
      alphabet: base64url,
      accepts: length(25, 32),
      envName: 'NEW_RELIC_INSERT_KEY',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `NRII-${random(base64url, 32)}`,
    },
    {
      ...common,
      rule: 'newrelic-query-key',
      title: 'New Relic query key',
      prefixes: ['NRIQ-'],
      alphabet: base64url,
      accepts: length(25, 32),
      envName: 'NEW_RELIC_QUERY_KEY',
      source: {
        url: 'https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/newrelic.yml',
        read: '2026-11-24',
      },
      example: (random) => `NRIQ-${random(base64url, 32)}`,
    },
    {
      ...common,
      rule: 'newrelic-admin-key',
      title: 'New Relic admin or REST key',
      prefixes: ['NRAA-', 'NRRA-'],
      alphabet: hex,
      accepts: anyOf(length(27), length(42)),
      envName: 'NEW_RELIC_ADMIN_API_KEY',
      source: {
        url: 'https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/newrelic.yml',
        read: '2026-11-24',
      },
      example: (random) => `NRAA-${random(hex, 27)}`,
    },
  ],
  enclosed: [
    {
      ...common,
      rule: 'newrelic-license-key',
      title: 'New Relic license key',
      patterns: [
        {
          needs: 'FFFFNRAL',
          pattern: /(?<!\w|(?<!:)-)(?<key>(?:[0-9a-f]{32}|eu01xx[0-9a-f]{26})FFFFNRAL)(?![\w-])/g,
        },
      ],
      accepts: (key) => !isPlaceholder(key.slice(0, -8)),
      envName: 'NEW_RELIC_LICENSE_KEY',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/newreliclicensekey/newreliclicensekey.go',
        read: '2026-11-24',
      },
      example: (random) => `${random(hex, 32)}${['FFFF', 'NRAL'].join('')}`,
    },
  ],
} as const satisfies Detector;
