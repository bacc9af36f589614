import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** ClickHouse Cloud. A short mark: digits, capitals and small letters must all be there. */
export const clickhouse = {
  id: 'clickhouse',
  title: 'ClickHouse Cloud',
  kinds: [
    {
      rule: 'clickhouse-api-secret',
      title: 'ClickHouse Cloud API secret',
      prefixes: ['4b1d'],
      alphabet: base62,
      accepts: allOf(length(38), isMixed),
      envName: 'CLICKHOUSE_TOKEN_SECRET',
      manage: 'https://console.clickhouse.cloud',
      usage: 'https://console.clickhouse.cloud',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `4b1d${mixed(random, 38)}`,
    },
  ],
} as const satisfies Detector;
