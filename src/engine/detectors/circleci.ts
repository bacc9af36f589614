import { matching } from './accepts';
import { base62, type Detector, hex } from './detector';

const common = {
  manage: 'https://app.circleci.com/settings/user/tokens',
  usage: 'https://app.circleci.com',
  source: {
    url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/circleci/detector.go',
    read: '2026-11-24',
  },
};

/** CircleCI. */
export const circleci = {
  id: 'circleci',
  title: 'CircleCI',
  kinds: [
    {
      ...common,
      rule: 'circleci-personal-token',
      title: 'CircleCI personal token',
      prefixes: ['CCIPAT_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9A-Za-z]{22}_[0-9a-f]{40}$/),
      envName: 'CIRCLE_TOKEN',
      example: (random) => `CCIPAT_${random(base62, 22)}_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'circleci-project-token',
      title: 'CircleCI project token',
      prefixes: ['CCIPRJ_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9A-Za-z]{22}_[0-9a-f]{40}$/),
      envName: 'CIRCLE_TOKEN',
      example: (random) => `CCIPRJ_${random(base62, 22)}_${random(hex, 40)}`,
    },
  ],
} as const satisfies Detector;
