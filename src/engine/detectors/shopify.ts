import { type Detector, hex, length } from './detector';

/** Shopify. */
export const shopify = {
  id: 'shopify',
  title: 'Shopify',
  kinds: [
    {
      rule: 'shopify-access-token',
      title: 'Shopify access token',
      prefixes: ['shpat_'],
      alphabet: hex,
      accepts: length(32),
      envName: 'SHOPIFY_ACCESS_TOKEN',
      manage: 'https://admin.shopify.com',
      usage: 'https://partners.shopify.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/shopify/shopify.go',
        read: '2026-11-23',
      },
      example: (random) => `shpat_${random(hex, 32)}`,
    },
    {
      rule: 'shopify-custom-app-token',
      title: 'Shopify custom app token',
      prefixes: ['shpca_'],
      alphabet: hex,
      accepts: length(32),
      envName: 'SHOPIFY_ACCESS_TOKEN',
      manage: 'https://admin.shopify.com',
      usage: 'https://partners.shopify.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/shopify/shopify.go',
        read: '2026-11-23',
      },
      example: (random) => `shpca_${random(hex, 32)}`,
    },
    {
      rule: 'shopify-private-app-password',
      title: 'Shopify private app password',
      prefixes: ['shppa_'],
      alphabet: hex,
      accepts: length(32),
      envName: 'SHOPIFY_ACCESS_TOKEN',
      manage: 'https://admin.shopify.com',
      usage: 'https://partners.shopify.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/shopify/shopify.go',
        read: '2026-11-23',
      },
      example: (random) => `shppa_${random(hex, 32)}`,
    },
    {
      rule: 'shopify-shared-secret',
      title: 'Shopify app shared secret',
      prefixes: ['shpss_'],
      alphabet: hex,
      accepts: length(32),
      envName: 'SHOPIFY_API_SECRET',
      manage: 'https://admin.shopify.com',
      usage: 'https://partners.shopify.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/shopify/shopify.go',
        read: '2026-11-23',
      },
      example: (random) => `shpss_${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
