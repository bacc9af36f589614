import { isMixed } from './accepts';
import { base62, type Detector } from './detector';
import { isPlaceholder, looksRandom } from './placeholder';

/** Passwords that stand in every tutorial. */
const usual =
  /^(?:my|your|the|some|super|app|db|user)?[-_]?(?:user)?[-_]?(?:password|passw[o0]rd|p[a4@][s5$][s5$]w[o0]rd|passwd|pass|pwd|s[e3]cr[e3]t|letmein|qwerty|postgres|mysql|mongo|redis|root|admin|guest|user|test|dev|local|changeme)(?:pass|word|password)?[-_!0-9]*$/i;
/** Hosts that are this machine, or a sample. */
const never =
  /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\.docker\.internal|.*\bexample\b|.*\.(?:test|invalid)$)/i;
/** Hosts behind which a plain password is none of the world's: a container beside it, a private network. */
const harmless = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|.*\.local$)|^[^.]+$/i;

/** A password that is given by its name. */
const assigned = /(?:password|pwd)\s?=/i;

/** Whether a password is drawn, and no word with a number. */
const isDrawn = (key: string): boolean => key.length >= 14 && isMixed(key) && looksRandom(key);

/** Databases. The password in a connection URL to another machine. */
export const database = {
  id: 'database',
  title: 'Database',
  kinds: [],
  enclosed: [
    {
      rule: 'database-url-password',
      title: 'Database password',
      patterns: [
        {
          needs: '://',
          pattern:
            /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|cockroachdb|clickhouse|oracle|db2|snowflake|neo4j|bolt)(?:\+[a-z0-9_]{1,20})?:\/\/[^\s:@/'"`?#]{0,64}:(?<key>[^\s@'"`/<>{}[\]()$*%?#]{8,128})@(?<host>[\w.-]{1,255})/g,
        },
        // Go's DSN, JDBC, ADO.NET and libpq.
        {
          needs: '@tcp(',
          pattern:
            /(?<![\w.]|(?<!:)-)[\w.-]{1,64}:(?<key>[^\s@'"`/<>{}[\]()$*%?#]{8,128})@tcp\((?<host>[\w.-]{1,255})/g,
        },
        {
          needs: 'jdbc:',
          pattern:
            /\bjdbc:[a-z0-9]{2,20}:(?:\/\/)?(?<host>[\w.-]{1,255})[^\s'"`]{0,200}[?&;]password=(?<key>[^\s&;'"`<>{}$*%]{8,128})/gi,
        },
        {
          needs: assigned,
          pattern:
            /\b(?:Server|Data Source|Host|Addr(?:ess)?)\s?=\s?(?:tcp:)?(?<host>[^;,'"`\n]{1,120})(?:,\d{2,5})?;[^'"`\n]{0,200}?\b(?:Password|Pwd)\s?=\s?(?<key>[^;'"`\s<>{}$*%]{8,128})/gi,
        },
        {
          needs: assigned,
          pattern: /\bhost=(?<host>[\w.-]{1,200}) [^'"`\n]{0,120}?\bpassword=(?<key>[^\s'"`<>{}$*%]{8,128})/g,
        },
      ],
      accepts: (key, { groups: { host = '' } = {} }) =>
        /\d/.test(key) &&
        /[A-Za-z]/.test(key) &&
        !usual.test(key) &&
        !isPlaceholder(key) &&
        !never.test(host) &&
        (isDrawn(key) || !harmless.test(host)),
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
