import { length } from './accepts';
import { base62, base64url, type Detector, hex } from './detector';
import { encodePart, isServiceRole, liveClaims, tokenPattern } from './tokenClaims';

/** Supabase. Not taken: `sb_publishable_`, which is public by design. */
export const supabase = {
  id: 'supabase',
  title: 'Supabase',
  kinds: [
    {
      rule: 'supabase-secret-key',
      title: 'Supabase secret key',
      prefixes: ['sb_secret_'],
      alphabet: base64url,
      accepts: length(30, 40),
      envName: 'SUPABASE_SERVICE_ROLE_KEY',
      manage: 'https://supabase.com/dashboard/project/_/settings/api-keys',
      usage: 'https://supabase.com/dashboard/org/_/usage',
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-23',
      },
      example: (random) => `sb_secret_${random(base62, 22)}_${random(base62, 8)}`,
    },
    {
      rule: 'supabase-access-token',
      title: 'Supabase access token',
      prefixes: ['sbp_'],
      alphabet: hex,
      accepts: length(40),
      envName: 'SUPABASE_ACCESS_TOKEN',
      manage: 'https://supabase.com/dashboard/account/tokens',
      usage: 'https://supabase.com/dashboard/org/_/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/supabasetoken/supabasetoken.go',
        read: '2026-11-23',
      },
      example: (random) => `sbp_${random(hex, 40)}`,
    },
  ],
  enclosed: [
    // It passes by every row-level rule.
    {
      rule: 'supabase-service-role-key',
      title: 'Supabase service role key',
      prefix: 'eyJ',
      patterns: [{ needs: 'eyJ', pattern: tokenPattern }],
      accepts: (key) => isServiceRole(liveClaims(key)),
      envName: 'SUPABASE_SERVICE_ROLE_KEY',
      manage: 'https://supabase.com/dashboard/project/_/settings/api-keys',
      usage: 'https://supabase.com/dashboard/org/_/usage',
      source: { url: 'https://supabase.com/docs/guides/api/api-keys', read: '2026-11-24' },
      example: (random) =>
        `${encodePart({ alg: 'HS256', typ: 'JWT' })}.${encodePart({ iss: 'supabase', ref: random('abcdefghijklmnop', 20), role: 'service_role', exp: 2_100_000_000 })}.${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
