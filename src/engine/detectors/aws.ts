import { base32, type Detector, length } from './detector';

/** AWS. Half a credential; the secret half has no mark of its own and needs context. */
export const aws = {
  id: 'aws',
  title: 'AWS',
  kinds: [
    {
      rule: 'aws-access-key-id',
      title: 'AWS access key id',
      prefixes: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
      alphabet: base32,
      accepts: (body) => length(16)(body) && !body.endsWith('EXAMPLE'), // the samples of the AWS documentation
      envName: 'AWS_ACCESS_KEY_ID',
      manage: 'https://console.aws.amazon.com/iam/home#/security_credentials',
      usage: 'https://console.aws.amazon.com/cost-management/home',
      source: {
        url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        read: '2026-11-23',
      },
      example: (random) => `AKIA${random(base32, 16)}`,
    },
  ],
} as const satisfies Detector;
