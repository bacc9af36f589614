import { matching } from './accepts';
import { type Detector, hex } from './detector';

/** Databricks. */
export const databricks = {
  id: 'databricks',
  title: 'Databricks',
  kinds: [
    {
      rule: 'databricks-access-token',
      title: 'Databricks personal access token',
      prefixes: ['dapi'],
      alphabet: `${hex}-`,
      accepts: matching(/^[0-9a-f]{32}(?:-\d)?$/),
      envName: 'DATABRICKS_TOKEN',
      manage: 'https://accounts.cloud.databricks.com',
      usage: 'https://accounts.cloud.databricks.com/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/databrickstoken/databrickstoken.go',
        read: '2026-11-23',
      },
      example: (random) => `dapi${random(hex, 32)}`,
    },
  ],
} as const satisfies Detector;
