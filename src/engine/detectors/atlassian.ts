import { matching } from './accepts';
import { base62, base64url, type Detector, digits, hex } from './detector';

const common = {
  manage: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  usage: 'https://admin.atlassian.com',
};

/** Atlassian, with Bitbucket. The eight digits at the end are a checksum; it is not asked. */
export const atlassian = {
  id: 'atlassian',
  title: 'Atlassian',
  kinds: [
    {
      ...common,
      rule: 'atlassian-api-token',
      title: 'Atlassian API token',
      prefixes: ['ATATT3'],
      alphabet: `${base64url}=`,
      accepts: matching(/^[\w-]{80,800}=[0-9A-Fa-f]{8}$/),
      envName: 'ATLASSIAN_API_TOKEN',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `ATATT3${random(base64url, 177)}=${random(hex, 8)}`,
    },
    {
      ...common,
      rule: 'atlassian-access-token',
      title: 'Atlassian or Bitbucket access token',
      prefixes: ['ATCTT3'],
      alphabet: `${base64url}=`,
      accepts: matching(/^[\w-]{80,800}=[0-9A-Fa-f]{8}$/),
      envName: 'ATLASSIAN_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/bitbucket.yml',
        read: '2026-11-24',
      },
      example: (random) => `ATCTT3${random(base64url, 177)}=${random(hex, 8)}`,
    },
    {
      ...common,
      rule: 'atlassian-app-password',
      title: 'Bitbucket app password',
      prefixes: ['ATBB'],
      alphabet: base62,
      accepts: matching(/^[0-9A-Za-z]{24}[0-9A-F]{8}$/),
      envName: 'BITBUCKET_APP_PASSWORD',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/bitbucket.yml',
        read: '2026-11-24',
      },
      example: (random) => `ATBB${random(base62, 24)}${random(`${digits}ABCDEF`, 8)}`,
    },
    {
      ...common,
      rule: 'atlassian-data-center-token',
      title: 'Bitbucket Data Center token',
      prefixes: ['BBDC-'],
      alphabet: `${base62}+/`,
      accepts: matching(/^[MNO][0-9A-Za-z+/]{43}$/),
      envName: 'BITBUCKET_TOKEN',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/bitbucket.yml',
        read: '2026-11-24',
      },
      example: (random) => `BBDC-M${random(base62, 43)}`,
    },
  ],
} as const satisfies Detector;
