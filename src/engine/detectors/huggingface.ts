import { length } from './accepts';
import { base62, type Detector, letters } from './detector';

/** Hugging Face. Bodies are letters only today; digits are allowed, as TruffleHog does. */
export const huggingface = {
  id: 'huggingface',
  title: 'Hugging Face',
  kinds: [
    {
      rule: 'huggingface-access-token',
      title: 'Hugging Face access token',
      prefixes: ['hf_', 'api_org_'],
      alphabet: base62,
      accepts: length(34, 40),
      envName: 'HF_TOKEN',
      manage: 'https://huggingface.co/settings/tokens',
      usage: 'https://huggingface.co/settings/billing',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/huggingface/huggingface.go',
        read: '2026-11-23',
      },
      example: (random) => `hf_${random(letters, 34)}`,
    },
  ],
} as const satisfies Detector;
