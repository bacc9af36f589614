import { isUuid } from './accepts';
import { type Detector, hex, uuid } from './detector';

/** Langfuse. Not taken: `pk-lf-`, the public half. */
export const langfuse = {
  id: 'langfuse',
  title: 'Langfuse',
  kinds: [
    {
      rule: 'langfuse-secret-key',
      title: 'Langfuse secret key',
      prefixes: ['sk-lf-'],
      alphabet: `${hex}-`,
      accepts: isUuid,
      envName: 'LANGFUSE_SECRET_KEY',
      manage: 'https://cloud.langfuse.com',
      usage: 'https://cloud.langfuse.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/langfuse/langfuse.go',
        read: '2026-11-23',
      },
      example: (random) => `sk-lf-${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
