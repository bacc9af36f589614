import { length, matching } from './accepts';
import { base64url, type Detector, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, rest: Partial<KeyKind> = {}): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: `${base64url}.`,
  accepts: matching(/^[\w-]{20,64}(?:\.[\w.-]{9,20})?$/),
  envName: 'GITLAB_TOKEN',
  manage: 'https://docs.gitlab.com/security/tokens/',
  usage: 'https://gitlab.com',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-23',
  },
  example: (random) => prefix + random(base64url, 20),
  ...rest,
});

/** GitLab. Routable tokens carry dots and a checksum behind the body. */
export const gitlab = {
  id: 'gitlab',
  title: 'GitLab',
  kinds: [
    kind('gitlab-personal-access-token', 'GitLab personal access token', 'glpat-', {
      accepts: matching(/^[\w-]{20}$|^[\w-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7}$/),
      manage: 'https://gitlab.com/-/user_settings/personal_access_tokens',
    }),
    kind('gitlab-deploy-token', 'GitLab deploy token', 'gldt-'),
    kind('gitlab-runner-token', 'GitLab runner authentication token', 'glrt-'),
    kind('gitlab-ci-job-token', 'GitLab CI/CD job token', 'glcbt-'),
    kind('gitlab-trigger-token', 'GitLab pipeline trigger token', 'glptt-'),
    kind('gitlab-feed-token', 'GitLab feed token', 'glft-'),
    kind('gitlab-scim-token', 'GitLab SCIM token', 'glsoat-'),
    kind('gitlab-oauth-secret', 'GitLab OAuth application secret', 'gloas-'),
    kind('gitlab-mail-token', 'GitLab incoming mail token', 'glimt-'),
    kind('gitlab-agent-token', 'GitLab Kubernetes agent token', 'glagent-'),
    kind('gitlab-feature-flag-token', 'GitLab feature flags client token', 'glffct-', {
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
    }),
    kind('gitlab-registration-token', 'GitLab runner registration token', 'GR1348941', {
      alphabet: base64url,
      accepts: length(20),
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
    }),
  ],
} as const satisfies Detector;
