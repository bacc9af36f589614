import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, digits, letters } from './detector';

/** Brave Search. A short mark: digits, capitals and small letters must all be there, and no word. */
export const brave = {
  id: 'brave',
  title: 'Brave Search',
  kinds: [
    {
      rule: 'brave-api-key',
      title: 'Brave Search API key',
      prefixes: ['BSA'],
      alphabet: base64url,
      accepts: allOf(length(24, 40), isMixed, (body) => !/[a-z]{8}|[A-Z]{8}/.test(body)),
      envName: 'BRAVE_API_KEY',
      manage: 'https://api-dashboard.search.brave.com/app/keys',
      usage: 'https://api-dashboard.search.brave.com',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) =>
        `BSA${random(letters, 5)}${random(digits, 4)}${random(letters, 5)}${random(digits, 4)}${random(letters, 5)}2a7Bx`,
    },
  ],
} as const satisfies Detector;
