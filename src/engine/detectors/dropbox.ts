import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Dropbox. Tokens that live for hours; those without end have no mark. */
export const dropbox = {
  id: 'dropbox',
  title: 'Dropbox',
  kinds: [
    {
      rule: 'dropbox-access-token',
      title: 'Dropbox access token',
      prefixes: ['sl.u.', 'sl.'],
      alphabet: base64url,
      accepts: allOf(length(130, 2000), isMixed),
      envName: 'DROPBOX_ACCESS_TOKEN',
      manage: 'https://www.dropbox.com/developers/apps',
      usage: 'https://www.dropbox.com/developers/apps',
      source: {
        url: 'https://github.com/Samsung/CredSweeper/blob/main/credsweeper/rules/config.yaml',
        read: '2026-11-24',
      },
      example: (random) => `sl.u.${mixed(random, 140)}`,
    },
  ],
} as const satisfies Detector;
