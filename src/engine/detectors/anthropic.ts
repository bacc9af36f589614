import { length } from './accepts';
import { base64url, type Detector, type KeyKind } from './detector';

const kind = (rule: string, title: string, prefix: string, envName: string, manage: string): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: base64url,
  accepts: length(40, 200), // 95 today
  envName,
  manage,
  usage: 'https://console.anthropic.com/usage',
  source: {
    url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/anthropic.yml',
    read: '2026-11-23',
  },
  example: (random) => `${prefix + random(base64url, 93)}AA`,
});

const keys = 'https://console.anthropic.com/settings/keys';
const account = 'https://claude.ai/settings';

/** Anthropic. The two digits of a prefix are a version; 01 to 03 have been issued. */
export const anthropic = {
  id: 'anthropic',
  title: 'Anthropic',
  kinds: [
    {
      ...kind('anthropic-api-key', 'Anthropic API key', 'sk-ant-api03-', 'ANTHROPIC_API_KEY', keys),
      prefixes: ['sk-ant-api03-', 'sk-ant-api02-', 'sk-ant-api01-'],
    },
    kind(
      'anthropic-admin-key',
      'Anthropic admin key',
      'sk-ant-admin01-',
      'ANTHROPIC_ADMIN_KEY',
      'https://console.anthropic.com/settings/admin-keys',
    ),
    kind(
      'anthropic-oauth-token',
      'Anthropic OAuth access token',
      'sk-ant-oat01-',
      'CLAUDE_CODE_OAUTH_TOKEN',
      account,
    ),
    kind(
      'anthropic-oauth-refresh-token',
      'Anthropic OAuth refresh token',
      'sk-ant-ort01-',
      'ANTHROPIC_REFRESH_TOKEN',
      account,
    ),
  ],
} as const satisfies Detector;
