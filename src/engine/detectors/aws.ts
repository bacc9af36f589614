import { base32, base62, type Detector, length } from './detector';

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
  inContext: [
    {
      rule: 'aws-secret-access-key',
      title: 'AWS secret access key',
      shape: /^(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z+/]{40}$/,
      names: /\baws\b|\bamazon|\bboto(?:3|core)?\b|\bsecret ?access ?key\b|\bs3a?\b|\ba[ks]ia[0-9a-z]{16}\b/,
      envName: 'AWS_SECRET_ACCESS_KEY',
      manage: 'https://console.aws.amazon.com/iam/home#/security_credentials',
      usage: 'https://console.aws.amazon.com/cost-management/home',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `${random(`${base62}+/`, 37)}a7B`,
    },
  ],
} as const satisfies Detector;
