import { allOf, isMixed, length } from './accepts';
import { base62, type Detector, mixed } from './detector';
import { isPlaceholder } from './placeholder';

const common = {
  manage: 'https://login.salesforce.com',
  usage: 'https://login.salesforce.com',
};

/** Salesforce. What stands before the `!` is the organization's id. Not taken: consumer keys, `3MVG9`. */
export const salesforce = {
  id: 'salesforce',
  title: 'Salesforce',
  kinds: [
    {
      ...common,
      rule: 'salesforce-refresh-token',
      title: 'Salesforce refresh token',
      prefixes: ['5Aep861'],
      alphabet: `${base62}._`,
      accepts: allOf(length(70, 120), isMixed),
      envName: 'SALESFORCE_REFRESH_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/salesforcerefreshtoken/salesforcerefreshtoken.go',
        read: '2026-11-24',
      },
      example: (random) => `5Aep861${mixed(random, 80)}`,
    },
  ],
  enclosed: [
    {
      ...common,
      rule: 'salesforce-access-token',
      title: 'Salesforce access token',
      patterns: [
        { needs: '!', pattern: /(?<![\w.]|(?<!:)-)(?<key>00D[0-9A-Za-z]{12}![\w.]{79,259}\w)(?!\w)/g },
      ],
      accepts: (key) => isMixed(key) && !isPlaceholder(key),
      envName: 'SF_ACCESS_TOKEN',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/salesforce/salesforce.go',
        read: '2026-11-24',
      },
      example: (random) => `00D${random(base62, 12)}!${mixed(random, 96)}`,
    },
  ],
} as const satisfies Detector;
