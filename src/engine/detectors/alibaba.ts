import { length } from './accepts';
import { base62, type Detector } from './detector';

/** Alibaba Cloud. Half a credential; the secret half, 30 characters, has no mark. */
export const alibaba = {
  id: 'alibaba',
  title: 'Alibaba Cloud',
  kinds: [
    {
      rule: 'alibaba-access-key-id',
      title: 'Alibaba Cloud access key id',
      prefixes: ['LTAI'],
      alphabet: base62,
      accepts: length(16, 21),
      envName: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
      manage: 'https://ram.console.aliyun.com/manage/ak',
      usage: 'https://usercenter2-intl.aliyun.com/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/alibaba/alibaba.go',
        read: '2026-11-24',
      },
      example: (random) => `LTAI${random(base62, 20)}`,
    },
  ],
} as const satisfies Detector;
