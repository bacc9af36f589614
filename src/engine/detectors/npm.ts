import { length } from './accepts';
import { hasChecksum } from './checksum';
import { base62, type Detector } from './detector';

/** npm. The last six characters are a checksum of the others; a wrong one is no proof, for samples break it. */
export const npm = {
  id: 'npm',
  title: 'npm',
  kinds: [
    {
      rule: 'npm-access-token',
      title: 'npm access token',
      prefixes: ['npm_'],
      alphabet: base62,
      accepts: length(36),
      checksum: hasChecksum,
      envName: 'NPM_TOKEN',
      manage: 'https://www.npmjs.com/settings/~/tokens',
      usage: 'https://www.npmjs.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/npm.yml',
        read: '2026-11-23',
      },
      example: (random) => `npm_${random(base62, 36)}`,
    },
  ],
} as const satisfies Detector;
