import { isMixed, matching } from './accepts';
import { base62, base64url, type Detector, digits } from './detector';
import { isPlaceholder } from './placeholder';

/** Discord. The first part is the bot's id, digits in base64: it begins with M, N or O. A webhook's whole URL is the
 * secret: whoever has it can post. */
export const discord = {
  id: 'discord',
  title: 'Discord',
  kinds: [
    {
      rule: 'discord-webhook-url',
      title: 'Discord webhook URL',
      prefixes: ['https://discord.com/api/webhooks/', 'https://discordapp.com/api/webhooks/'],
      alphabet: `${base64url}/`,
      accepts: matching(/^\d{16,22}\/[\w-]{60,80}$/),
      envName: 'DISCORD_WEBHOOK_URL',
      manage: 'https://discord.com/channels/@me',
      usage: 'https://discord.com/channels/@me',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/discordwebhook/discordwebhook.go',
        read: '2026-11-24',
      },
      example: (random) => `https://discord.com/api/webhooks/${random(digits, 18)}/${random(base64url, 68)}`,
    },
  ],
  enclosed: [
    {
      rule: 'discord-bot-token',
      title: 'Discord bot token',
      patterns: [
        { isRun: true, pattern: /(?<![\w.]|(?<!:)-)[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/g },
      ],
      accepts: (key) =>
        key.split('.').every((part) => part.length < 10 || isMixed(part)) && !isPlaceholder(key),
      envName: 'DISCORD_TOKEN',
      manage: 'https://discord.com/developers/applications',
      usage: 'https://discord.com/developers/applications',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/discordbottoken/discordbottoken.go',
        read: '2026-11-23',
      },
      example: (random) => `M${random(base62, 22)}a7B.${random(base64url, 6)}.${random(base64url, 35)}a7B`,
    },
  ],
} as const satisfies Detector;
