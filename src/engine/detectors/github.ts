import { length, matching } from './accepts';
import { hasChecksum } from './checksum';
import { base62, type Detector, digits, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, rest: Partial<KeyKind> = {}): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: base62,
  accepts: length(36),
  checksum: hasChecksum,
  envName: 'GITHUB_TOKEN',
  manage: 'https://github.com/settings/tokens',
  usage: 'https://github.com/settings/security-log',
  source: {
    url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/github.yml',
    read: '2026-11-23',
  },
  example: (random) => prefix + random(base62, 36),
  ...rest,
});

/** GitHub. The last six characters of a classic token are a checksum: a right one is certain, a wrong one no proof. */
export const github = {
  id: 'github',
  title: 'GitHub',
  kinds: [
    kind('github-personal-access-token', 'GitHub personal access token', 'ghp_'),
    kind('github-fine-grained-token', 'GitHub fine-grained token', 'github_pat_', {
      alphabet: `${base62}_`,
      checksum: () => undefined,
      accepts: matching(/^\w{22}_\w{59}$/),
      manage: 'https://github.com/settings/personal-access-tokens',
      example: (random) => `github_pat_${random(digits, 1)}${random(base62, 21)}_${random(base62, 59)}`,
    }),
    kind('github-oauth-token', 'GitHub OAuth token', 'gho_'),
    kind('github-app-user-token', 'GitHub app user token', 'ghu_'),
    kind('github-app-installation-token', 'GitHub app installation token', 'ghs_'),
    kind('github-refresh-token', 'GitHub refresh token', 'ghr_', {
      accepts: length(36, 80),
      checksum: () => undefined,
      envName: 'GITHUB_REFRESH_TOKEN',
      manage: 'https://github.com/settings/apps',
      example: (random) => `ghr_${random(base62, 76)}`,
    }),
  ],
} as const satisfies Detector;
