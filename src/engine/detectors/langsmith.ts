import { matching } from './accepts';
import { type Detector, hex } from './detector';

const tail = matching(/^[0-9a-f]{32}_[0-9a-f]{10}$/);

/** LangSmith. */
export const langsmith = {
  id: 'langsmith',
  title: 'LangSmith',
  kinds: [
    {
      rule: 'langsmith-personal-token',
      title: 'LangSmith personal access token',
      prefixes: ['lsv2_pt_'],
      alphabet: `${hex}_`,
      accepts: tail,
      envName: 'LANGSMITH_API_KEY',
      manage: 'https://smith.langchain.com/settings',
      usage: 'https://smith.langchain.com/settings',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/langsmith/langsmith.go',
        read: '2026-11-23',
      },
      example: (random) => `lsv2_pt_${random(hex, 32)}_${random(hex, 10)}`,
    },
    {
      rule: 'langsmith-service-key',
      title: 'LangSmith service key',
      prefixes: ['lsv2_sk_'],
      alphabet: `${hex}_`,
      accepts: tail,
      envName: 'LANGSMITH_API_KEY',
      manage: 'https://smith.langchain.com/settings',
      usage: 'https://smith.langchain.com/settings',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/langsmith/langsmith.go',
        read: '2026-11-23',
      },
      example: (random) => `lsv2_sk_${random(hex, 32)}_${random(hex, 10)}`,
    },
  ],
} as const satisfies Detector;
