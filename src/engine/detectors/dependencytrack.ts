import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Dependency-Track. */
export const dependencytrack = {
  id: 'dependencytrack',
  title: 'Dependency-Track',
  kinds: [
    {
      rule: 'dependencytrack-api-key',
      title: 'Dependency-Track API key',
      prefixes: ['odt_'],
      alphabet: base62,
      accepts: allOf(length(32, 255), isMixed),
      envName: 'DTRACK_API_KEY',
      manage: 'https://docs.dependencytrack.org/integrations/rest-api/',
      usage: 'https://docs.dependencytrack.org/integrations/rest-api/',
      source: {
        url: 'https://github.com/praetorian-inc/noseyparker/blob/main/crates/noseyparker/data/default/builtin/rules/dependency_track.yml',
        read: '2026-11-24',
      },
      example: (random) => `odt_${mixed(random, 32)}`,
    },
  ],
} as const satisfies Detector;
