import { base62, type Detector, digits, type KeyKind, type RandomText } from './detector';

const numbered = (random: RandomText): string => `${random(digits, 12)}-${random(digits, 12)}-`;

const kind = (
  rule: string,
  title: string,
  prefix: string,
  envName: string,
  rest: Partial<KeyKind> = {},
): KeyKind => ({
  rule,
  title,
  prefixes: [prefix],
  alphabet: `${base62}-`,
  accepts: (body) => /^\d{8,14}(-\d{8,14}){1,2}-[0-9A-Za-z]{20,64}$/.test(body),
  envName,
  manage: 'https://api.slack.com/apps',
  usage: 'https://api.slack.com/apps',
  source: { url: 'https://docs.slack.dev/authentication/tokens', read: '2026-11-23' },
  example: (random) => prefix + numbered(random) + random(base62, 24),
  ...rest,
});

/** Slack. A webhook's whole URL is the secret: whoever has it can post. */
export const slack = {
  id: 'slack',
  title: 'Slack',
  kinds: [
    kind('slack-bot-token', 'Slack bot token', 'xoxb-', 'SLACK_BOT_TOKEN'),
    kind('slack-user-token', 'Slack user token', 'xoxp-', 'SLACK_USER_TOKEN', {
      example: (random) => `xoxp-${numbered(random)}${random(digits, 12)}-${random(base62, 32)}`,
      accepts: (body) => /^\d{8,14}(-\d{8,14}){1,3}-[0-9A-Za-z]{20,64}$/.test(body),
    }),
    kind('slack-app-token', 'Slack app-level token', 'xapp-', 'SLACK_APP_TOKEN', {
      accepts: (body) => /^\d-[0-9A-Z]{8,14}-\d{8,14}-[0-9A-Za-z]{40,80}$/.test(body),
      // Joined at run time: in one piece the built file would hold what a scanner takes for a token.
      example: (random) =>
        ['xapp-', '1-A', random(digits, 10), '-', random(digits, 13), '-', random(base62, 64)].join(''),
    }),
    kind('slack-webhook-url', 'Slack webhook URL', 'https://hooks.slack.com/services/', 'SLACK_WEBHOOK_URL', {
      alphabet: `${base62}/`,
      accepts: (body) => /^T[0-9A-Z]{6,14}\/B[0-9A-Z]{6,14}\/[0-9A-Za-z]{20,30}$/.test(body),
      example: (random) =>
        `https://hooks.slack.com/services/T${random(digits, 9)}/B${random(digits, 9)}/${random(base62, 24)}`,
    }),
  ],
} as const satisfies Detector;
