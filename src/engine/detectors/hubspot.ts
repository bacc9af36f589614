import { isUuid } from './accepts';
import { type Detector, hex, uuid } from './detector';

/** HubSpot. The second word names the region. */
export const hubspot = {
  id: 'hubspot',
  title: 'HubSpot',
  kinds: [
    {
      rule: 'hubspot-private-app-token',
      title: 'HubSpot private app token',
      prefixes: ['pat-na1-', 'pat-eu1-'],
      alphabet: `${hex}-`,
      accepts: isUuid,
      envName: 'HUBSPOT_ACCESS_TOKEN',
      manage: 'https://app.hubspot.com/private-apps',
      usage: 'https://app.hubspot.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/hubspot_apikey/v2/apikey.go',
        read: '2026-11-24',
      },
      example: (random) => `pat-na1-${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
