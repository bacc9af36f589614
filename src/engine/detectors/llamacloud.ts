import { length } from './accepts';
import { base62, type Detector } from './detector';

/** LlamaCloud, of LlamaIndex. */
export const llamacloud = {
  id: 'llamacloud',
  title: 'LlamaCloud',
  kinds: [
    {
      rule: 'llamacloud-api-key',
      title: 'LlamaCloud API key',
      prefixes: ['llx-'],
      alphabet: base62,
      accepts: length(44, 52),
      envName: 'LLAMA_CLOUD_API_KEY',
      manage: 'https://cloud.llamaindex.ai/api-key',
      usage: 'https://cloud.llamaindex.ai',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `llx-${random(base62, 48)}`,
    },
  ],
} as const satisfies Detector;
