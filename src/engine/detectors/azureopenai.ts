import { base62, type Detector, hex } from './detector';
import { looksRandom } from './placeholder';

/** Azure OpenAI. The 84 characters of today carry a signature; the 32 hexadecimal digits of before are told by their context. */
export const azureopenai = {
  id: 'azureopenai',
  title: 'Azure OpenAI',
  kinds: [],
  inContext: [
    {
      rule: 'azureopenai-api-key',
      title: 'Azure OpenAI API key',
      shape: /^[0-9a-f]{32}$/,
      names:
        /\bazure (?:chat )?open ?ai|\bopen ?ai azure|\bcognitive ?services\b|\bocp apim subscription key\b|\bazure ai\b/,
      envName: 'AZURE_OPENAI_API_KEY',
      manage: 'https://portal.azure.com/#view/Microsoft_Azure_ProjectOxford/CognitiveServicesHub/~/OpenAI',
      usage: 'https://ai.azure.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/azure_openai/azure_openai.go',
        read: '2026-11-23',
      },
      example: (random) => random(hex, 32),
    },
  ],
  enclosed: [
    {
      rule: 'azureopenai-signed-key',
      title: 'Azure AI services key',
      patterns: [
        {
          needs: 'JQQJ9',
          pattern: /(?<!\w|(?<!:)-)(?:[0-9A-Za-z]{52}JQQJ9[0-9A-Za-z]{10,18}ACOG[0-9A-Za-z]{4,10})(?![\w-])/g,
        },
      ],
      accepts: (key) => key.length === 84 && looksRandom(key),
      envName: 'AZURE_OPENAI_API_KEY',
      manage: 'https://portal.azure.com',
      usage: 'https://ai.azure.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/azureopenai.yml',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 52)}JQQJ9${random(base62, 12)}AAABACOG${random(base62, 7)}`,
    },
  ],
} as const satisfies Detector;
