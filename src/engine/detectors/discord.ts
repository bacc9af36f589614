import { base62, base64url, type Detector, isMixed } from './detector';
import { isPlaceholder } from './placeholder';

/** Discord. The first part is the bot's id, digits in base64: it begins with M, N or O. */
export const discord = {
  id: 'discord',
  title: 'Discord',
  kinds: [],
  enclosed: [
    {
      rule: 'discord-bot-token',
      title: 'Discord bot token',
      patterns: [/(?<![\w.-])[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}(?![\w-])/g],
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
