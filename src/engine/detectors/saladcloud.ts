import { allOf, isMixed, matching } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** SaladCloud. */
export const saladcloud = {
  id: 'saladcloud',
  title: 'SaladCloud',
  kinds: [
    {
      rule: 'saladcloud-api-key',
      title: 'SaladCloud API key',
      prefixes: ['salad_cloud_'],
      alphabet: `${base62}_`,
      accepts: allOf(matching(/^[0-9A-Za-z]{1,7}_[0-9A-Za-z]{20,235}$/), isMixed),
      envName: 'SALAD_API_KEY',
      manage: 'https://portal.salad.com/api-key',
      usage: 'https://portal.salad.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/saladcloudapikey/saladcloudapikey.go',
        read: '2026-11-24',
      },
      example: (random) => `salad_cloud_user_${mixed(random, 40)}`,
    },
  ],
} as const satisfies Detector;
