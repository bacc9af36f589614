import { allOf, isMixed, length, matching } from './accepts';
import { base64url, type Detector, mixed } from './detector';

const common = {
  manage: 'https://console.yandex.cloud',
  usage: 'https://center.yandex.cloud/billing',
  source: {
    url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
    read: '2026-11-24',
  },
};

/** Yandex Cloud. */
export const yandex = {
  id: 'yandex',
  title: 'Yandex Cloud',
  kinds: [
    {
      ...common,
      rule: 'yandex-api-key',
      title: 'Yandex Cloud API key',
      prefixes: ['AQVN'],
      alphabet: base64url,
      accepts: allOf(length(35, 38), isMixed),
      envName: 'YANDEX_API_KEY',
      example: (random) => `AQVN${mixed(random, 36)}`,
    },
    {
      ...common,
      rule: 'yandex-iam-token',
      title: 'Yandex Cloud IAM token',
      prefixes: ['t1.'],
      alphabet: `${base64url}.=`,
      accepts: matching(/^[\w-]{20,300}={0,2}\.[\w-]{86}={0,2}$/),
      envName: 'YC_TOKEN',
      example: (random) => `t1.${random(base64url, 120)}.${random(base64url, 85)}a`,
    },
  ],
} as const satisfies Detector;
