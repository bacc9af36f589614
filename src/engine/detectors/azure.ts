import { isMixed } from './accepts';
import { base62, type Detector, mixed } from './detector';
import { isPlaceholder } from './placeholder';

/** Azure. Storage keys are 64 bytes in base64; the others carry a mark in their middle. */
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
  enclosed: [
    {
      rule: 'azure-client-secret',
      title: 'Microsoft Entra client secret',
      patterns: [
        { needs: 'Q~', pattern: /(?<![\w~.-])(?<key>[\w~.-]{3}\dQ~[\w~.-]{30,33}[\w~])(?![\w~-])/g },
      ],
      accepts: (key) => isMixed(key) && !isPlaceholder(key),
      envName: 'AZURE_CLIENT_SECRET',
      manage: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
      usage: 'https://portal.azure.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/azure_entra/serviceprincipal/v2/spv2.go',
        read: '2026-11-24',
      },
      example: (random) => `${random(base62, 3)}8Q~${mixed(random, 34)}`,
    },
    {
      rule: 'azure-registry-password',
      title: 'Azure container registry password',
      patterns: [
        { needs: '+ACR', pattern: /(?<![\w+/-])(?<key>[0-9A-Za-z+/]{42}\+ACR[0-9A-Za-z]{6})(?![\w+/=-])/g },
      ],
      accepts: (key) => isMixed(key) && !isPlaceholder(key),
      envName: 'ACR_PASSWORD',
      manage: 'https://portal.azure.com/#browse/Microsoft.ContainerRegistry%2Fregistries',
      usage: 'https://portal.azure.com',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/azurecontainerregistry/azurecontainerregistry.go',
        read: '2026-11-24',
      },
      example: (random) => `${mixed(random, 42)}+ACR${random(base62, 6)}`,
    },
  ],
} as const satisfies Detector;
