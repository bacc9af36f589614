import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';

/** Lichess. A short mark: digits, capitals and small letters must all be there. */
export const lichess = {
  id: 'lichess',
  title: 'Lichess',
  kinds: [
    {
      rule: 'lichess-personal-token',
      title: 'Lichess personal API token',
      prefixes: ['lip_'],
      alphabet: base62,
      accepts: allOf(length(16, 24), isMixed),
      envName: 'LICHESS_TOKEN',
      manage: 'https://lichess.org/account/oauth/token',
      usage: 'https://lichess.org/account/security',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `lip_${mixed(random, 20)}`,
    },
  ],
} as const satisfies Detector;
