import { allOf, length, matching } from './accepts';
import { base32, base62, type Detector } from './detector';

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
      accepts: allOf(length(16), (body) => !body.endsWith('EXAMPLE')), // the samples of the AWS documentation
      envName: 'AWS_ACCESS_KEY_ID',
      manage: 'https://console.aws.amazon.com/iam/home#/security_credentials',
      usage: 'https://console.aws.amazon.com/cost-management/home',
      source: {
        url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
        read: '2026-11-23',
      },
      example: (random) => `AKIA${random(base32, 16)}`,
    },
    {
      rule: 'aws-bedrock-api-key',
      title: 'Amazon Bedrock API key',
      prefixes: ['ABSK'],
      alphabet: `${base62}+/=`,
      accepts: matching(/^[0-9A-Za-z+/]{109,269}={0,2}$/),
      envName: 'AWS_BEARER_TOKEN_BEDROCK',
      manage: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
      usage: 'https://console.aws.amazon.com/cost-management/home',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `ABSK${random(base62, 128)}`,
    },
    {
      rule: 'aws-bedrock-session-key',
      title: 'Amazon Bedrock short-term API key',
      prefixes: ['bedrock-api-key-'], // a signed URL of bedrock.amazonaws.com, in base64
      alphabet: `${base62}+/=`,
      accepts: matching(/^YmVkcm9j[0-9A-Za-z+/]{100,2000}={0,2}$/),
      envName: 'AWS_BEARER_TOKEN_BEDROCK',
      manage: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
      usage: 'https://console.aws.amazon.com/cost-management/home',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => ['bedrock-api-key-', 'YmVkcm9j', random(base62, 1200)].join(''),
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
