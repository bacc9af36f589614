import { matching } from './accepts';
import { base62, base64url, type Detector } from './detector';

/** Elastic Cloud. */
export const elastic = {
  id: 'elastic',
  title: 'Elastic Cloud',
  kinds: [
    {
      rule: 'elastic-api-key',
      title: 'Elastic Cloud API key',
      prefixes: ['essu_'],
      alphabet: `${base64url}+/=`,
      accepts: matching(/^[\w+/-]{60,200}={0,2}$/),
      envName: 'EC_API_KEY',
      manage: 'https://cloud.elastic.co/account/keys',
      usage: 'https://cloud.elastic.co/billing',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/elasticcloudapikey/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `essu_${random(base62, 91)}=`,
    },
  ],
} as const satisfies Detector;
