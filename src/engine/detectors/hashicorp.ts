import { length } from './accepts';
import { base62, base64url, type Detector } from './detector';
import { isPlaceholder } from './placeholder';

/** HashiCorp. Vault's old form, `s.` and 24 characters, has too little of a mark. */
export const hashicorp = {
  id: 'hashicorp',
  title: 'HashiCorp',
  kinds: [
    {
      rule: 'hashicorp-vault-token',
      title: 'Vault service token',
      prefixes: ['hvs.'],
      alphabet: base64url,
      accepts: length(80, 300),
      envName: 'VAULT_TOKEN',
      manage: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
      usage: 'https://developer.hashicorp.com/vault',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `hvs.${random(base64url, 95)}`,
    },
    {
      rule: 'hashicorp-vault-batch-token',
      title: 'Vault batch token',
      prefixes: ['hvb.'],
      alphabet: base64url,
      accepts: length(130, 500),
      envName: 'VAULT_TOKEN',
      manage: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
      usage: 'https://developer.hashicorp.com/vault',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `hvb.${random(base64url, 150)}`,
    },
    {
      rule: 'hashicorp-vault-recovery-token',
      title: 'Vault recovery token',
      prefixes: ['hvr.'],
      alphabet: base64url,
      accepts: length(80, 300),
      envName: 'VAULT_TOKEN',
      manage: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
      usage: 'https://developer.hashicorp.com/vault',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `hvr.${random(base64url, 95)}`,
    },
  ],
  enclosed: [
    {
      rule: 'hashicorp-terraform-token',
      title: 'HCP Terraform token',
      patterns: [
        {
          needs: '.atlasv1.',
          pattern: /(?<![\w.]|(?<!:)-)(?<key>[0-9A-Za-z]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/g,
        },
      ],
      accepts: (key) => !isPlaceholder(key),
      envName: 'TFE_TOKEN',
      manage: 'https://app.terraform.io/app/settings/tokens',
      usage: 'https://app.terraform.io',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/terraformcloudpersonaltoken/terraformcloudpersonaltoken.go',
        read: '2026-11-24',
      },
      example: (random) => [random(base62, 14), 'atlasv1', random(base62, 67)].join('.'),
    },
  ],
} as const satisfies Detector;
