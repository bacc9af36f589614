import { base64url, type Detector } from './detector';

/** Tokens that have run out by this second of the epoch have run out on every reader's clock: 2026-01-01. */
const longAgo = 1_767_225_600;

/** The JSON object that a part stands for; undefined where it is none. */
function decoded(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(atob((part ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The claims of a token with a signature; undefined where it is none, or cannot open anything any more. */
function liveClaims(token: string): Record<string, unknown> | undefined {
  const [header, payload, signature = ''] = token.split('.');
  const { alg } = decoded(header) ?? {};
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none' || signature.length < 40) return undefined;
  const claims = decoded(payload);
  // The sample of jwt.io, and keys that Supabase gives to browsers.
  if (claims === undefined || claims.name === 'John Doe' || claims.role === 'anon') return undefined;
  return typeof claims.exp === 'number' && claims.exp < longAgo ? undefined : claims;
}

const isServiceRole = (claims: Record<string, unknown> | undefined): boolean =>
  claims?.role === 'service_role' && claims.iss === 'supabase';

/** The pattern of all of them; the rule with the claims it asks decides. */
const pattern = /(?<![\w.-])eyJ[\w-]{10,400}\.eyJ[\w-]{10,4000}\.[\w-]{40,700}(?![\w-])/g;

const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const source = {
  url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/jwt/jwt.go',
  read: '2026-11-24',
};

/**
 * Signed tokens. Not taken: expired ones, those without a signature, the sample of jwt.io, and `anon` keys, which are
 * public. Never an error: what a token opens, and for how long, it does not say.
 */
export const jwt = {
  id: 'jwt',
  title: 'JSON Web Token',
  kinds: [],
  enclosed: [
    {
      rule: 'jwt-token',
      title: 'JSON Web Token',
      prefix: 'eyJ',
      patterns: [{ needs: 'eyJ', pattern }],
      accepts: (key) => {
        const claims = liveClaims(key);
        return claims !== undefined && !isServiceRole(claims);
      },
      envName: 'AUTH_TOKEN',
      atMost: 'warning',
      inTests: 'info',
      manage: 'https://datatracker.ietf.org/doc/html/rfc7519',
      usage: 'https://datatracker.ietf.org/doc/html/rfc7519',
      source,
      example: (random) =>
        `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: random(base64url, 12), scope: 'all' })}.${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;

/** Of a Supabase project: it passes by every row-level rule. */
export const supabaseServiceRole = {
  rule: 'supabase-service-role-key',
  title: 'Supabase service role key',
  prefix: 'eyJ',
  patterns: [{ needs: 'eyJ', pattern }],
  accepts: (key: string) => isServiceRole(liveClaims(key)),
  envName: 'SUPABASE_SERVICE_ROLE_KEY',
  manage: 'https://supabase.com/dashboard/project/_/settings/api-keys',
  usage: 'https://supabase.com/dashboard/org/_/usage',
  source: { url: 'https://supabase.com/docs/guides/api/api-keys', read: '2026-11-24' },
  example: (random: (alphabet: string, length: number) => string) =>
    `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iss: 'supabase', ref: random('abcdefghijklmnop', 20), role: 'service_role', exp: 2_100_000_000 })}.${random(base64url, 43)}`,
} as const;
