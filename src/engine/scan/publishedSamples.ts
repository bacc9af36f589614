import { fingerprintOf } from './fingerprint';

/**
 * Samples of the providers' documentation, and keys of emulators that everybody has: fingerprints, so that no scanner
 * takes this file for one that holds keys. Sources, read 2026-11-24: https://docs.stripe.com/keys,
 * https://docs.github.com/rest/apps, https://discord.com/developers/docs/reference,
 * https://api.slack.com/authentication/token-types, https://docs.svix.com/receiving/verifying-payloads/how,
 * https://cloud.google.com/docs/authentication/api-keys, https://www.twilio.com/docs/sendgrid,
 * https://learn.microsoft.com/azure/storage/common/storage-use-azurite,
 * https://learn.microsoft.com/azure/cosmos-db/emulator
 */
const samples: ReadonlySet<string> = new Set([
  '63ce2def8c9f2ff1eab4fde7cfd1bef6',
  'aaff3b2095f34ad76c4dbb8af864155b',
  '053a4c0c5e96a57370a5a5153affce3d',
  '3b165b79cf3cfc8415906d605d037d46',
  'b8178f668c7cbbdfaf93226b0a03ad75',
  '0f25ed7778909d1f51c3672f7cc1062b',
  '0392d6a88cd108fd46df40fdb4548879',
  '0ece8815538f5a591cf25a7faea2a39b',
  'b8bd4505be1eb64eb3bde96fdaf092d6',
  '838ba126cc4d40c450745b59d5558094',
  'c1398a0cca80a8d48e2d59a19b8f4558',
  '71766ce7cbcfbced328bc647d72066df', // Azurite
  '21a412c8d1bf923e9768a38ebc078e14', // Cosmos DB's emulator
]);

export const isPublishedSample = (value: string): boolean => samples.has(fingerprintOf(value));
