import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** Contentful. Not taken: delivery tokens, which have no mark. */
export const contentful = {
  id: 'contentful',
  title: 'Contentful',
  kinds: [
    {
      rule: 'contentful-management-token',
      title: 'Contentful management token',
      prefixes: ['CFPAT-'],
      alphabet: base64url,
      accepts: length(43),
      envName: 'CONTENTFUL_MANAGEMENT_TOKEN',
      manage: 'https://app.contentful.com/account/profile/cma_tokens',
      usage: 'https://app.contentful.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/contentfulpersonalaccesstoken/contentfulpersonalaccesstoken.go',
        read: '2026-11-24',
      },
      example: (random) => `CFPAT-${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
