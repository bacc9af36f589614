import { length } from './accepts';
import { type Detector, hex } from './detector';

/** RubyGems. */
export const rubygems = {
  id: 'rubygems',
  title: 'RubyGems',
  kinds: [
    {
      rule: 'rubygems-api-key',
      title: 'RubyGems API key',
      prefixes: ['rubygems_'],
      alphabet: hex,
      accepts: length(48),
      envName: 'GEM_HOST_API_KEY',
      manage: 'https://rubygems.org/profile/api_keys',
      usage: 'https://rubygems.org/dashboard',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `rubygems_${random(hex, 48)}`,
    },
  ],
} as const satisfies Detector;
