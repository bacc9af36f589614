import { matching } from './accepts';
import { type Detector, digits, upper } from './detector';

/** ClickUp. The digits are the user's id. */
export const clickup = {
  id: 'clickup',
  title: 'ClickUp',
  kinds: [
    {
      rule: 'clickup-personal-token',
      title: 'ClickUp personal token',
      prefixes: ['pk_'],
      alphabet: `${digits}${upper}_`,
      accepts: matching(/^\d{7,9}_[0-9A-Z]{32}$/),
      envName: 'CLICKUP_API_TOKEN',
      manage: 'https://app.clickup.com/settings/apps',
      usage: 'https://app.clickup.com',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/v1.10.0/data/rules/clickup.yml',
        read: '2026-11-24',
      },
      example: (random) => `pk_${random(digits, 8)}_${random(`${digits}${upper}`, 32)}`,
    },
  ],
} as const satisfies Detector;
