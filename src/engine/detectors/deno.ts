import { length } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://dash.deno.com/account#access-tokens',
  usage: 'https://dash.deno.com',
};

/** Deno Deploy. */
export const deno = {
  id: 'deno',
  title: 'Deno Deploy',
  kinds: [
    {
      ...common,
      rule: 'deno-personal-token',
      title: 'Deno Deploy personal token',
      prefixes: ['ddp_', 'ddw_'],
      alphabet: base62,
      accepts: length(36),
      envName: 'DENO_DEPLOY_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/deno/denodeploy.go',
        read: '2026-11-24',
      },
      example: (random) => `ddp_${random(base62, 36)}`,
    },
    {
      ...common,
      rule: 'deno-organization-token',
      title: 'Deno Deploy organization token',
      prefixes: ['ddo_'],
      alphabet: base62,
      accepts: length(36),
      envName: 'DENO_DEPLOY_TOKEN',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/denopat/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `ddo_${random(base62, 36)}`,
    },
  ],
} as const satisfies Detector;
