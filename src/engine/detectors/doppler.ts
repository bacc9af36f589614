import { matching } from './accepts';
import { base62, type Detector, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: `${base62}_.-`,
  accepts: matching(/^(?:[a-z0-9_-]{2,35}\.)?[0-9A-Za-z]{40,44}$/),
  envName: 'DOPPLER_TOKEN',
  manage: 'https://dashboard.doppler.com',
  usage: 'https://dashboard.doppler.com',
  source: {
    url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/doppler/doppler.go',
    read: '2026-11-23',
  },
  example: (random) => prefix + random(base62, 43),
});

/** Doppler. The word between the dots names the kind. */
export const doppler = {
  id: 'doppler',
  title: 'Doppler',
  kinds: [
    kind('doppler-personal-token', 'Doppler personal token', 'dp.pt.'),
    kind('doppler-service-token', 'Doppler service token', 'dp.st.'),
    kind('doppler-cli-token', 'Doppler CLI token', 'dp.ct.'),
    kind('doppler-service-account-token', 'Doppler service account token', 'dp.sa.'),
    kind('doppler-scim-token', 'Doppler SCIM token', 'dp.scim.'),
    kind('doppler-audit-token', 'Doppler audit token', 'dp.audit.'),
  ],
} as const satisfies Detector;
