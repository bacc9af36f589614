import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** OpenShift. */
export const openshift = {
  id: 'openshift',
  title: 'OpenShift',
  kinds: [
    {
      rule: 'openshift-user-token',
      title: 'OpenShift user token',
      prefixes: ['sha256~'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'OPENSHIFT_TOKEN',
      manage: 'https://docs.redhat.com/documentation/openshift_container_platform',
      usage: 'https://docs.redhat.com/documentation/openshift_container_platform',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `sha256~${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
