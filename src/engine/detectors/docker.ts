import { length, matching } from './accepts';
import { base62, base64url, type Detector, digits, lower } from './detector';

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
    {
      rule: 'docker-swarm-join-token',
      title: 'Docker Swarm join token',
      prefixes: ['SWMTKN-1-'],
      alphabet: `${digits}${lower}-`,
      accepts: matching(/^[0-9a-z]{50}-[0-9a-z]{25}$/),
      envName: 'SWARM_JOIN_TOKEN',
      manage: 'https://docs.docker.com/engine/swarm/join-nodes/',
      usage: 'https://docs.docker.com/engine/swarm/join-nodes/',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `SWMTKN-1-${random(`${digits}${lower}`, 50)}-${random(`${digits}${lower}`, 25)}`,
    },
    {
      rule: 'docker-swarm-unlock-key',
      title: 'Docker Swarm unlock key',
      prefixes: ['SWMKEY-1-'],
      alphabet: `${base62}+/`,
      accepts: length(43),
      envName: 'SWARM_UNLOCK_KEY',
      manage: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
      usage: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `SWMKEY-1-${random(base62, 43)}`,
    },
  ],
} as const satisfies Detector;
