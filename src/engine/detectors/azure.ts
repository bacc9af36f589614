import { base62, type Detector } from './detector';

/** Azure. 64 bytes in base64. */
export const azure = {
  id: 'azure',
  title: 'Azure',
  kinds: [],
  inContext: [
    {
      rule: 'azure-storage-key',
      title: 'Azure storage account key',
      shape: /^[0-9A-Za-z+/]{86}==$/,
      names: /\baccount ?key\b|\bazure(?:rm)?\b|\bcore windows net\b|\bstorage (?:account )?key\b/,
      envName: 'AZURE_STORAGE_KEY',
      manage: 'https://portal.azure.com/#browse/Microsoft.Storage%2FStorageAccounts',
      usage: 'https://portal.azure.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/azure_storage/storage.go',
        read: '2026-11-23',
      },
      example: (random) => `${random(base62, 86)}==`,
    },
  ],
} as const satisfies Detector;
