import { length, matching } from './accepts';
import { base62, type Detector, digits, upper } from './detector';

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
    {
      rule: 'onepassword-secret-key',
      title: '1Password Secret Key',
      prefixes: ['A3-'],
      alphabet: `${digits}${upper}-`,
      accepts: matching(/^[0-9A-Z]{6}-(?:[0-9A-Z]{11}|[0-9A-Z]{6}-[0-9A-Z]{5})(?:-[0-9A-Z]{5}){3}$/),
      envName: 'OP_SECRET_KEY',
      manage: 'https://my.1password.com/profile',
      usage: 'https://my.1password.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) =>
        ['A3', ...[6, 6, 5, 5, 5, 5].map((length) => random(`${digits}${upper}`, length))].join('-'),
    },
    {
      rule: 'onepassword-recovery-code',
      title: '1Password recovery code',
      prefixes: ['1PRK-'],
      alphabet: `${digits}${upper}-`,
      accepts: matching(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){12}$/),
      envName: 'OP_RECOVERY_CODE',
      manage: 'https://my.1password.com/profile',
      usage: 'https://my.1password.com',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/onepasswordkeys/detector.go',
        read: '2026-11-24',
      },
      example: (random) =>
        ['1PRK', ...Array.from({ length: 13 }, () => random(`${digits}${upper}`, 4))].join('-'),
    },
  ],
} as const satisfies Detector;
