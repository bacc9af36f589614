import { isMixed, matching } from './accepts';
import { base62, type Detector, digits, hex, type KeyKind, mixed, type RandomText } from './detector';
import { isPlaceholder } from './placeholder';

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
  accepts: matching(/^\d{8,14}(-\d{8,14}){1,2}-[0-9A-Za-z]{20,64}$/),
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
      accepts: matching(/^\d{8,14}(-\d{8,14}){1,3}-[0-9A-Za-z]{20,64}$/),
    }),
    kind('slack-app-token', 'Slack app-level token', 'xapp-', 'SLACK_APP_TOKEN', {
      accepts: matching(/^\d-[0-9A-Z]{8,14}-\d{8,14}-[0-9A-Za-z]{40,80}$/),
      // Joined at run time: in one piece the built file would hold what a scanner takes for a token.
      example: (random) =>
        ['xapp-', '1-A', random(digits, 10), '-', random(digits, 13), '-', random(base62, 64)].join(''),
    }),
    kind('slack-session-token', 'Slack session token', 'xoxc-', 'SLACK_SESSION_TOKEN', {
      accepts: matching(/^(?:\d{9,15}-){3}[0-9a-f]{64}$/),
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/slack.yml',
        read: '2026-11-24',
      },
      example: (random) => `xoxc-${numbered(random)}${random(digits, 12)}-${random(hex, 64)}`,
    }),
    kind('slack-config-token', 'Slack app configuration token', 'xoxe.', 'SLACK_CONFIG_TOKEN', {
      alphabet: `${base62}-`,
      accepts: matching(/^xox[bp]-\d-[0-9A-Za-z]{160,170}$/),
      source: {
        url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/slacktoken/detector.go',
        read: '2026-11-24',
      },
      example: (random) => `xoxe.xoxp-1-${random(base62, 166)}`,
    }),
    kind(
      'slack-config-refresh-token',
      'Slack app configuration refresh token',
      'xoxe-',
      'SLACK_CONFIG_REFRESH_TOKEN',
      {
        accepts: matching(/^\d-[0-9A-Za-z]{140,150}$/),
        source: {
          url: 'https://github.com/google/osv-scalibr/blob/main/veles/secrets/slacktoken/detector.go',
          read: '2026-11-24',
        },
        example: (random) => `xoxe-1-${random(base62, 147)}`,
      },
    ),
    kind('slack-legacy-token', 'Slack token (old form)', 'xoxs-', 'SLACK_TOKEN', {
      prefixes: ['xoxs-', 'xoxo-', 'xoxa-', 'xoxr-'],
      accepts: matching(/^(?:\d-)?(?:\d{6,14}-){3}[0-9a-f]{10,64}$/),
      source: {
        url: 'https://github.com/betterleaks/betterleaks/blob/main/config/betterleaks.toml',
        read: '2026-11-24',
      },
      example: (random) => `xoxs-${numbered(random)}${random(digits, 12)}-${random(hex, 32)}`,
    }),
    kind(
      'slack-workflow-url',
      'Slack workflow webhook URL',
      'https://hooks.slack.com/workflows/',
      'SLACK_WEBHOOK_URL',
      {
        alphabet: `${base62}/`,
        accepts: matching(/^T[0-9A-Z]{6,14}\/A[0-9A-Z]{6,14}\/\d{17,19}\/[0-9A-Za-z]{23,25}$/),
        source: {
          url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/slackwebhook/slackwebhook.go',
          read: '2026-11-24',
        },
        example: (random) =>
          `https://hooks.slack.com/workflows/T${random(digits, 9)}/A${random(digits, 9)}/${random(digits, 18)}/${random(base62, 24)}`,
      },
    ),
    kind('slack-webhook-url', 'Slack webhook URL', 'https://hooks.slack.com/services/', 'SLACK_WEBHOOK_URL', {
      alphabet: `${base62}/`,
      accepts: matching(/^T[0-9A-Z]{6,14}\/B[0-9A-Z]{6,14}\/[0-9A-Za-z]{20,30}$/),
      example: (random) =>
        `https://hooks.slack.com/services/T${random(digits, 9)}/B${random(digits, 9)}/${random(base62, 24)}`,
    }),
  ],
  enclosed: [
    {
      rule: 'slack-session-cookie',
      title: 'Slack session cookie',
      prefix: 'xoxd-',
      patterns: [
        {
          needs: 'xoxd-',
          pattern: /(?<!\w|(?<!:)-)xoxd-(?:[\w/+-]|%2[BbFf]){100,500}(?:=|%3[Dd]){0,2}(?![\w/+=-])/g,
        },
      ],
      accepts: (key) => isMixed(key) && !isPlaceholder(key),
      envName: 'SLACK_SESSION_COOKIE',
      manage: 'https://my.slack.com/account/settings',
      usage: 'https://my.slack.com/account/logs',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/slack.yml',
        read: '2026-11-24',
      },
      example: (random) => `xoxd-${mixed(random, 150)}%3D`,
    },
  ],
} as const satisfies Detector;
