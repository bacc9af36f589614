import { length } from './accepts';
import { base62, type Detector } from './detector';

const common = {
  manage: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
  usage: 'https://my.jfrog.com',
};

/** JFrog Artifactory. A reference token is base64 of what begins with `reftkn:0`. */
export const jfrog = {
  id: 'jfrog',
  title: 'JFrog',
  kinds: [
    {
      ...common,
      rule: 'jfrog-api-key',
      title: 'JFrog API key',
      prefixes: ['AKCp'],
      alphabet: base62,
      accepts: length(68, 70),
      envName: 'JFROG_API_KEY',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/artifactory/artifactory.go',
        read: '2026-11-24',
      },
      example: (random) => `AKCp${random(base62, 69)}`,
    },
    {
      ...common,
      rule: 'jfrog-reference-token',
      title: 'JFrog reference token',
      prefixes: ['cmVmdGtuO'],
      alphabet: base62,
      accepts: length(55),
      envName: 'JFROG_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/artifactoryreferencetoken/artifactoryreferencetoken.go',
        read: '2026-11-24',
      },
      example: (random) => `cmVmdGtuO${random(base62, 55)}`,
    },
  ],
} as const satisfies Detector;
