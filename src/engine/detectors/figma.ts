import { length, matching } from './accepts';
import { base64url, type Detector } from './detector';

const common = {
  manage: 'https://www.figma.com/settings',
  usage: 'https://www.figma.com/settings',
};

/** Figma. */
export const figma = {
  id: 'figma',
  title: 'Figma',
  kinds: [
    {
      ...common,
      rule: 'figma-access-token',
      title: 'Figma access token',
      prefixes: ['figd_'],
      alphabet: base64url,
      accepts: length(38, 200),
      envName: 'FIGMA_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/secretlint/secretlint/blob/master/packages/@secretlint/secretlint-rule-figma/src/index.ts',
        read: '2026-11-24',
      },
      example: (random) => `figd_${random(base64url, 40)}`,
    },
    {
      ...common,
      rule: 'figma-plan-token',
      title: 'Figma plan access token',
      prefixes: ['figp_'],
      alphabet: `${base64url}=`,
      accepts: matching(/^[\w-]{38,54}={0,2}$/),
      envName: 'FIGMA_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/figmapersonalaccesstoken/v3/figmapersonalaccesstoken.go',
        read: '2026-11-24',
      },
      example: (random) => `figp_${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
