import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** MongoDB Atlas. Not taken: service account ids, which begin with `mdb_sa_id_`. */
export const mongodb = {
  id: 'mongodb',
  title: 'MongoDB Atlas',
  kinds: [
    {
      rule: 'mongodb-service-account-secret',
      title: 'MongoDB Atlas service account secret',
      prefixes: ['mdb_sa_sk_'],
      alphabet: base64url,
      accepts: length(40),
      envName: 'MONGODB_ATLAS_CLIENT_SECRET',
      manage: 'https://cloud.mongodb.com/v2#/preferences/organizations',
      usage: 'https://cloud.mongodb.com/v2#/billing',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `mdb_sa_sk_${random(base64url, 40)}`,
    },
  ],
} as const satisfies Detector;
