import { length } from './accepts';
import { base62, type Detector, digits, hex, lower } from './detector';

const common = {
  manage: 'https://sonarcloud.io/account/security',
  usage: 'https://sonarcloud.io/account',
};

/** SonarQube and SonarCloud. The old form, 40 hexadecimal digits, has no mark. */
export const sonar = {
  id: 'sonar',
  title: 'Sonar',
  kinds: [
    {
      ...common,
      rule: 'sonar-token',
      title: 'SonarQube token',
      prefixes: ['squ_', 'sqp_', 'sqa_'],
      alphabet: `${digits}${lower}`,
      accepts: length(40),
      envName: 'SONAR_TOKEN',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/sonarqube.yml',
        read: '2026-11-24',
      },
      example: (random) => `squ_${random(hex, 40)}`,
    },
    {
      ...common,
      rule: 'sonar-cloud-token',
      title: 'SonarCloud token',
      prefixes: ['sqco_'],
      alphabet: base62,
      accepts: length(59),
      envName: 'SONAR_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/sonarcloud/v2/sonarcloud.go',
        read: '2026-11-24',
      },
      example: (random) => `sqco_${random(base62, 59)}`,
    },
  ],
} as const satisfies Detector;
