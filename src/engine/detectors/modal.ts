import { type Detector, mixed } from './detector';

/** Modal. Not taken: token ids, `ak-`. The mark is short: the name must stand beside it. */
export const modal = {
  id: 'modal',
  title: 'Modal',
  kinds: [],
  inContext: [
    {
      rule: 'modal-token-secret',
      title: 'Modal token secret',
      prefix: 'as-',
      shape: /^as-(?=.*\d)(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z]{22}$/,
      names: /\bmodal\b/,
      envName: 'MODAL_TOKEN_SECRET',
      manage: 'https://modal.com/settings/tokens',
      usage: 'https://modal.com/settings/usage',
      source: {
        url: 'https://github.com/mongodb/kingfisher/blob/main/crates/kingfisher-rules/data/rules/modal.yml',
        read: '2026-11-24',
      },
      example: (random) => `as-${mixed(random, 22)}`,
    },
  ],
} as const satisfies Detector;
