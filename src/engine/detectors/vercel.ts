import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Vercel. The old form, 24 characters, has no mark. */
export const vercel = {
  id: 'vercel',
  title: 'Vercel',
  kinds: [
    {
      rule: 'vercel-access-token',
      title: 'Vercel access token',
      prefixes: ['vcp_'],
      alphabet: base64url,
      accepts: length(50, 64),
      envName: 'VERCEL_TOKEN',
      manage: 'https://vercel.com/account/settings/tokens',
      usage: 'https://vercel.com/dashboard/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/vercel/vercel.go',
        read: '2026-11-23',
      },
      example: (random) => `vcp_${random(base64url, 56)}`,
    },
    {
      rule: 'vercel-integration-token',
      title: 'Vercel integration token',
      prefixes: ['vci_', 'vca_', 'vcr_'],
      alphabet: base64url,
      accepts: length(50, 64),
      envName: 'VERCEL_TOKEN',
      manage: 'https://vercel.com/account/settings/tokens',
      usage: 'https://vercel.com/dashboard/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `vci_${random(base64url, 56)}`,
    },
    {
      rule: 'vercel-ai-gateway-key',
      title: 'Vercel AI Gateway key',
      prefixes: ['vck_'],
      alphabet: base64url,
      accepts: length(50, 64),
      envName: 'AI_GATEWAY_API_KEY',
      manage: 'https://vercel.com/dashboard',
      usage: 'https://vercel.com/dashboard/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `vck_${random(base64url, 56)}`,
    },
  ],
} as const satisfies Detector;
