import { base64url, type Detector, digits } from './detector';
import { isPlaceholder } from './placeholder';

/** Telegram. The bot's id, a colon, and 35 characters that begin with A. */
export const telegram = {
  id: 'telegram',
  title: 'Telegram',
  kinds: [],
  enclosed: [
    {
      rule: 'telegram-bot-token',
      title: 'Telegram bot token',
      patterns: [{ needs: ':A', pattern: /(?<!\w|(?<!:)-)(?:bot)?(?<key>\d{8,10}:A[\w-]{34})(?![\w-])/g }],
      accepts: (key) => /[a-z]/.test(key) && /\d/.test(key.slice(11)) && !isPlaceholder(key.slice(11)),
      envName: 'TELEGRAM_BOT_TOKEN',
      manage: 'https://t.me/BotFather',
      usage: 'https://t.me/BotFather',
      source: {
        url: 'https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/telegrambottoken/telegrambottoken.go',
        read: '2026-11-23',
      },
      example: (random) => `1${random(digits, 9)}:AA${random(base64url, 31)}a7`,
    },
  ],
} as const satisfies Detector;
