import { base64url, type Detector, length } from './detector';

/** Docker Hub. */
export const docker = {
  id: 'docker',
  title: 'Docker',
  kinds: [
    {
      rule: 'docker-personal-access-token',
      title: 'Docker personal access token',
      prefixes: ['dckr_pat_'],
      alphabet: base64url,
      accepts: length(27, 32),
      envName: 'DOCKERHUB_TOKEN',
      manage: 'https://app.docker.com/settings/personal-access-tokens',
      usage: 'https://hub.docker.com/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/dockerhub/v2/dockerhub.go',
        read: '2026-11-23',
      },
      example: (random) => `dckr_pat_${random(base64url, 27)}`,
    },
    {
      rule: 'docker-organization-access-token',
      title: 'Docker organization access token',
      prefixes: ['dckr_oat_'],
      alphabet: base64url,
      accepts: length(27, 40),
      envName: 'DOCKERHUB_TOKEN',
      manage: 'https://app.docker.com/settings/personal-access-tokens',
      usage: 'https://hub.docker.com/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `dckr_oat_${random(base64url, 32)}`,
    },
  ],
} as const satisfies Detector;
