import { type Detector, mixed } from './detector';

/** GoCardless. The mark, `live_`, is everybody's: the name must stand beside it. */
export const gocardless = {
  id: 'gocardless',
  title: 'GoCardless',
  kinds: [],
  inContext: [
    {
      rule: 'gocardless-access-token',
      title: 'GoCardless access token',
      prefix: 'live_',
      shape: /^live_(?=.*\d)[\w-]{40}$/,
      names: /\bgo ?cardless/,
      envName: 'GOCARDLESS_ACCESS_TOKEN',
      manage: 'https://manage.gocardless.com/developers',
      usage: 'https://manage.gocardless.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/gocardless/gocardless.go',
        read: '2026-11-24',
      },
      example: (random) => `live_${mixed(random, 40)}`,
    },
  ],
} as const satisfies Detector;
