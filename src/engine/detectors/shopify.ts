import { length } from './accepts';
import { type Detector, hex, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, envName: string): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: hex,
  accepts: length(32),
  envName,
  manage: 'https://admin.shopify.com',
  usage: 'https://partners.shopify.com',
  source: {
    url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/shopify/shopify.go',
    read: '2026-11-23',
  },
  example: (random) => prefix + random(hex, 32),
});

/** Shopify. */
export const shopify = {
  id: 'shopify',
  title: 'Shopify',
  kinds: [
    kind('shopify-access-token', 'Shopify access token', 'shpat_', 'SHOPIFY_ACCESS_TOKEN'),
    kind('shopify-custom-app-token', 'Shopify custom app token', 'shpca_', 'SHOPIFY_ACCESS_TOKEN'),
    kind('shopify-private-app-password', 'Shopify private app password', 'shppa_', 'SHOPIFY_ACCESS_TOKEN'),
    kind('shopify-shared-secret', 'Shopify app shared secret', 'shpss_', 'SHOPIFY_API_SECRET'),
  ],
} as const satisfies Detector;
