import { allOf, length, matching } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Typeform. */
export const typeform = {
  id: 'typeform',
  title: 'Typeform',
  kinds: [
    {
      rule: 'typeform-access-token',
      title: 'Typeform access token',
      prefixes: ['tfp_'],
      alphabet: base64url,
      accepts: allOf(length(40, 62), matching(/\d/)),
      envName: 'TYPEFORM_TOKEN',
      manage: 'https://admin.typeform.com/user/tokens',
      usage: 'https://admin.typeform.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/typeform/v2/typeform.go',
        read: '2026-11-24',
      },
      example: (random) => `tfp_${mixed(random, 59)}`,
    },
  ],
} as const satisfies Detector;
