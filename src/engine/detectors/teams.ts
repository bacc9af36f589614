import { type Detector, hex, uuid } from './detector';
import { isPlaceholder } from './placeholder';

/** Microsoft Teams. A webhook's whole URL is the secret: whoever has it can post. */
export const teams = {
  id: 'teams',
  title: 'Microsoft Teams',
  kinds: [],
  enclosed: [
    {
      rule: 'teams-webhook-url',
      title: 'Microsoft Teams webhook URL',
      prefix: 'https://',
      patterns: [
        {
          needs: '.webhook.office.com/',
          pattern:
            /https:\/\/[0-9a-z-]{1,60}\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-z]{32}\/[0-9a-f-]{36}/g,
        },
      ],
      accepts: (key) => !isPlaceholder(key),
      envName: 'TEAMS_WEBHOOK_URL',
      manage: 'https://teams.microsoft.com',
      usage: 'https://teams.microsoft.com',
      source: {
        url: 'https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml',
        read: '2026-11-24',
      },
      example: (random) =>
        `https://acme.webhook.office.com/webhookb2/${uuid(random)}@${uuid(random)}/IncomingWebhook/${random(hex, 32)}/${uuid(random)}`,
    },
  ],
} as const satisfies Detector;
