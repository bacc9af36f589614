import type { Detector } from './detector';
import { hasBody, madePem } from './pemBody';

/**
 * Google Cloud. The private key of a service account, in its JSON file or in an object of the same fields; the most
 * specific kind of private key. A library reads the file by its path: the file is better moved out of the repository.
 */
export const gcp = {
  id: 'gcp',
  title: 'Google Cloud',
  kinds: [],
  enclosed: [
    {
      rule: 'gcp-service-account-key',
      title: 'Google Cloud service account key',
      prefix: '-----BEGIN',
      patterns: [
        {
          needs: 'PRIVATE KEY',
          pattern:
            /"?type"?\s{0,4}[:=]\s{0,4}["']service_account["'][^{}]{1,1200}(?<key>-----BEGIN (?<label>PRIVATE KEY)-----(?:[^-]|-(?!----)){64,20000}-----END \k<label>-----)/g,
        },
        {
          needs: 'PRIVATE KEY',
          pattern:
            /(?<key>-----BEGIN (?<label>PRIVATE KEY)-----(?:[^-]|-(?!----)){64,20000}-----END \k<label>-----)[^{}-]{1,200}client_email[^{}]{1,120}gserviceaccount\.com/g,
        },
      ],
      accepts: hasBody,
      envName: 'GOOGLE_PRIVATE_KEY',
      manage: 'https://console.cloud.google.com/iam-admin/serviceaccounts',
      usage: 'https://console.cloud.google.com/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/gcp/gcp.go',
        read: '2026-11-24',
      },
      example: (random) => madePem(random).replaceAll('\n', '\\n'),
    },
  ],
} as const satisfies Detector;
