import { base62, type Detector, length } from './detector';

/** 1Password. The body is JSON in base64. */
export const onepassword = {
  id: 'onepassword',
  title: '1Password',
  kinds: [
    {
      rule: 'onepassword-service-account-token',
      title: '1Password service account token',
      prefixes: ['ops_eyJ'],
      alphabet: `${base62}+/=_-`,
      accepts: length(240, 2000),
      envName: 'OP_SERVICE_ACCOUNT_TOKEN',
      manage: 'https://my.1password.com/developer-tools/infrastructure-secrets/serviceaccount',
      usage: 'https://my.1password.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `ops_eyJ${random(base62, 400)}`,
    },
  ],
} as const satisfies Detector;
