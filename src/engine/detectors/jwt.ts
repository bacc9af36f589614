import { base64url, type Detector } from './detector';
import { encodePart, isServiceRole, liveClaims, tokenPattern } from './tokenClaims';

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
      patterns: [{ needs: 'eyJ', pattern: tokenPattern }],
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
        `${encodePart({ alg: 'HS256', typ: 'JWT' })}.${encodePart({ sub: random(base64url, 12), scope: 'all' })}.${random(base64url, 43)}`,
    },
  ],
} as const satisfies Detector;
