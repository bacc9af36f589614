import { base62, type Detector } from './detector';
import { isPlaceholder } from './placeholder';

/** Passwords that stand in every tutorial. */
const usual =
  /^(?:my|your|the|some|super|db)?[-_]?(?:password|passwd|pass|pwd|secret|postgres|mysql|mongo|redis|root|admin|guest|user|test|dev|local|changeme)[-_!0-9]*$/i;
/** Hosts that are no secret's home: this machine, a container beside it, a sample. */
const harmless =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0|host\.docker\.internal|.*\bexample\b|.*\.(?:local|test|invalid)$)|^[^.]+$/i;

/** Databases. The password in a connection URL to another machine. */
export const database = {
  id: 'database',
  title: 'Database',
  kinds: [],
  enclosed: [
    {
      rule: 'database-url-password',
      title: 'Database password',
      pattern:
        /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver|cockroachdb|clickhouse):\/\/[^\s:@/'"`]{0,64}:(?<key>[^\s@'"`/<>{}$*%]{8,128})@(?<host>[\w.-]{1,255})/g,
      accepts: (key, { groups }) =>
        /\d/.test(key) &&
        /[A-Za-z]/.test(key) &&
        !usual.test(key) &&
        !isPlaceholder(key) &&
        !harmless.test(groups?.host ?? ''),
      guessable: true,
      envName: 'DATABASE_PASSWORD',
      manage: 'https://www.postgresql.org/docs/current/sql-alterrole.html',
      usage: 'https://www.postgresql.org/docs/current/monitoring-stats.html',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/dbconn.yml',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 18)}a7`,
    },
  ],
} as const satisfies Detector;
