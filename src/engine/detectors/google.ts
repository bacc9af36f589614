import { allOf, isMixed, length } from './accepts';
import { base64url, type Detector, mixed } from './detector';

/** Google. `AIza` also serves Maps and Firebase, where it names the app; it can reach Gemini all the same. */
export const google = {
  id: 'google',
  title: 'Google',
  kinds: [
    {
      rule: 'google-api-key',
      title: 'Google API key',
      prefixes: ['AIza'],
      alphabet: base64url,
      accepts: length(35),
      envName: 'GEMINI_API_KEY',
      manage: 'https://aistudio.google.com/apikey',
      usage: 'https://aistudio.google.com/usage',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/googlegemini/googlegemini.go',
        read: '2026-11-23',
      },
      example: (random) => `AIza${random(base64url, 35)}`,
      publicWhere: {
        near: /authDomain|messagingSenderId|firebaseapp\.com|firebaseConfig|mobilesdk_app_id|GCM_SENDER_ID|maps\.googleapis\.com/,
        because: 'Such a key identifies the app and is public by design. Restrict it in the Google console.',
      },
    },
    {
      rule: 'google-auth-key',
      title: 'Google auth key',
      prefixes: ['AQ.Ab8RN6'], // AQ. and the constant first bytes; the only kind AI Studio issues in 2026
      alphabet: base64url,
      accepts: length(40, 80),
      envName: 'GEMINI_API_KEY',
      manage: 'https://aistudio.google.com/apikey',
      usage: 'https://aistudio.google.com/usage',
      source: {
        url: 'https://discuss.ai.google.dev/t/gemini-api-key-start-from-aq/171575',
        read: '2026-11-23',
      },
      example: (random) => `AQ.Ab8RN6${random(base64url, 44)}`,
    },
    {
      rule: 'google-oauth-client-secret',
      title: 'Google OAuth client secret',
      prefixes: ['GOCSPX-'],
      alphabet: base64url,
      accepts: length(28),
      envName: 'GOOGLE_CLIENT_SECRET',
      manage: 'https://console.cloud.google.com/apis/credentials',
      usage: 'https://console.cloud.google.com/apis/dashboard',
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/gcpoauth2client/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `GOCSPX-${random(base64url, 28)}`,
    },
    {
      rule: 'google-oauth-access-token',
      title: 'Google OAuth access token',
      prefixes: ['ya29.'], // lives for an hour
      alphabet: base64url,
      accepts: allOf(length(60, 1100), isMixed),
      envName: 'GOOGLE_OAUTH_ACCESS_TOKEN',
      manage: 'https://myaccount.google.com/permissions',
      usage: 'https://console.cloud.google.com/apis/dashboard',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/googleoauth2/googleoauth2_access_token.go',
        read: '2026-11-24',
      },
      example: (random) => `ya29.${mixed(random, 200)}`,
    },
  ],
} as const satisfies Detector;
