import { type Detector, hex } from './detector';

/** Datadog. API keys have 32, application keys 40 hexadecimal digits. */
export const datadog = {
  id: 'datadog',
  title: 'Datadog',
  kinds: [],
  inContext: [
    {
      rule: 'datadog-api-key',
      title: 'Datadog API key',
      shape: /^[0-9a-f]{32}$/,
      names: /\bdata ?dog|\bdd api ?keys?\b/,
      envName: 'DD_API_KEY',
      manage: 'https://app.datadoghq.com/organization-settings/api-keys',
      usage: 'https://app.datadoghq.com/billing/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/datadogapikey/datadogapikey.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 32),
    },
    {
      rule: 'datadog-application-key',
      title: 'Datadog application key',
      shape: /^[0-9a-f]{40}$/,
      names: /\bdata ?dog|\bdd app(?:lication)? ?keys?\b/,
      envName: 'DD_APP_KEY',
      manage: 'https://app.datadoghq.com/organization-settings/application-keys',
      usage: 'https://app.datadoghq.com/billing/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 40),
    },
  ],
} as const satisfies Detector;
