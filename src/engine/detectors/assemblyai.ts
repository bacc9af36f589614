import { type Detector, hex } from './detector';

/** AssemblyAI. 32 lower case letters and digits without a mark. */
export const assemblyai = {
  id: 'assemblyai',
  title: 'AssemblyAI',
  kinds: [],
  inContext: [
    {
      rule: 'assemblyai-api-key',
      title: 'AssemblyAI API key',
      shape: /^(?=.*\d)(?=.*[a-z])[0-9a-z]{32}$/,
      names: /\bassembly ?ai\b|\baai\b/,
      envName: 'ASSEMBLYAI_API_KEY',
      manage: 'https://www.assemblyai.com/app/api-keys',
      usage: 'https://www.assemblyai.com/app',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/assemblyai/assemblyai.go',
        read: '2026-11-23',
      },
      example: (random) => `${random(hex, 30)}a7`,
    },
  ],
} as const satisfies Detector;
