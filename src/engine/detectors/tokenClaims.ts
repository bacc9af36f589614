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
export function liveClaims(token: string): Record<string, unknown> | undefined {
  const [header, payload, signature = ''] = token.split('.');
  const { alg } = decoded(header) ?? {};
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none' || signature.length < 40) return undefined;
  const claims = decoded(payload);
  // The sample of jwt.io, and keys that Supabase gives to browsers.
  if (claims === undefined || claims.name === 'John Doe' || claims.role === 'anon') return undefined;
  return typeof claims.exp === 'number' && claims.exp < longAgo ? undefined : claims;
}

export const isServiceRole = (claims: Record<string, unknown> | undefined): boolean =>
  claims?.role === 'service_role' && claims.iss === 'supabase';

/** Three parts, of which the first two begin as JSON does. */
export const tokenPattern = /(?<![\w.]|(?<!:)-)eyJ[\w-]{10,400}\.eyJ[\w-]{10,4000}\.[\w-]{40,700}(?![\w-])/g;

/** A part, for examples. */
export const encodePart = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
