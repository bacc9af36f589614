import { allOf, length, matching } from './accepts';
import { base62, type Detector, digits } from './detector';

/** Notion. The old form begins with `secret_`. */
export const notion = {
  id: 'notion',
  title: 'Notion',
  kinds: [
    {
      rule: 'notion-integration-token',
      title: 'Notion integration token',
      prefixes: ['ntn_'],
      alphabet: base62,
      accepts: matching(/^\d{11}[0-9A-Za-z]{35}$/),
      envName: 'NOTION_TOKEN',
      manage: 'https://www.notion.so/profile/integrations',
      usage: 'https://www.notion.so/profile/integrations',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/notion/notion.go',
        read: '2026-11-23',
      },
      example: (random) => `ntn_${random(digits, 11)}${random(base62, 35)}`,
    },
    {
      rule: 'notion-legacy-token',
      title: 'Notion integration token (old form)',
      prefixes: ['secret_'],
      alphabet: base62,
      accepts: allOf(length(43), matching(/[0-9]/), matching(/[A-Z]/), matching(/[a-z]/)),
      envName: 'NOTION_TOKEN',
      manage: 'https://www.notion.so/profile/integrations',
      usage: 'https://www.notion.so/profile/integrations',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/notion/notion.go',
        read: '2026-11-23',
      },
      example: (random) => `secret_${random(base62, 40)}a7B`,
    },
  ],
} as const satisfies Detector;
