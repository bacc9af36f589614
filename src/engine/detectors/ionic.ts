import { allOf, length, matching } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Ionic Appflow. */
export const ionic = {
  id: 'ionic',
  title: 'Ionic Appflow',
  kinds: [
    {
      rule: 'ionic-personal-access-token',
      title: 'Ionic personal access token',
      prefixes: ['ion_'],
      alphabet: base62,
      accepts: allOf(length(42), matching(/\d/)),
      envName: 'IONIC_TOKEN',
      manage: 'https://dashboard.ionicframework.com/settings/personal-access-tokens',
      usage: 'https://dashboard.ionicframework.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `ion_${mixed(random, 42)}`,
    },
  ],
} as const satisfies Detector;
