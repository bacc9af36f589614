import { length } from './accepts';
import { base64url, type Detector } from './detector';

/** PyPI. The prefix names pypi.org in base64. */
export const pypi = {
  id: 'pypi',
  title: 'PyPI',
  kinds: [
    {
      rule: 'pypi-upload-token',
      title: 'PyPI upload token',
      prefixes: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZw'],
      alphabet: base64url,
      accepts: length(50, 1000),
      envName: 'PYPI_TOKEN',
      manage: 'https://pypi.org/manage/account/token/',
      usage: 'https://pypi.org/manage/projects/',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/pypi/pypi.go',
        read: '2026-11-23',
      },
      example: (random) => `pypi-AgEIcHlwaS5vcmc${random(base64url, 90)}`,
    },
  ],
} as const satisfies Detector;
