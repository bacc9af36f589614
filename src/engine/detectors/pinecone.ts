import { matching, uuidShape } from './accepts';
import { base62, type Detector, uuid } from './detector';

/** Pinecone. The old form is a UUID and has no mark. */
export const pinecone = {
  id: 'pinecone',
  title: 'Pinecone',
  kinds: [
    {
      rule: 'pinecone-api-key',
      title: 'Pinecone API key',
      prefixes: ['pcsk_'],
      alphabet: `${base62}_`,
      accepts: matching(/^[0-9A-Za-z]{4,8}_[0-9A-Za-z]{50,80}$/),
      envName: 'PINECONE_API_KEY',
      manage: 'https://app.pinecone.io',
      usage: 'https://app.pinecone.io',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/pinecone/pinecone.go',
        read: '2026-11-23',
      },
      example: (random) => `pcsk_${random(base62, 5)}_${random(base62, 63)}`,
    },
  ],
  inContext: [
    {
      rule: 'pinecone-legacy-key',
      title: 'Pinecone API key (old form)',
      shape: uuidShape,
      names: /\bpinecone/,
      envName: 'PINECONE_API_KEY',
      manage: 'https://app.pinecone.io',
      usage: 'https://app.pinecone.io',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/pinecone/pinecone.go',
        read: '2026-11-23',
      },
      example: (random) => uuid(random),
    },
  ],
} as const satisfies Detector;
