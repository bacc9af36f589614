import { t } from '../text/l10n';
import type { Runtime } from './runtime';

export const browserExtension = {
  id: 'browser-extension',
  title: 'Browser extension',
  claims: ({ extension }) => extension !== undefined,
  side: () => 'client',
  refusal: {
    get refused() {
      return t(
        'This code ships in the extension, where everyone who installs it can read the key. Call the provider from a server.',
      );
    },
  },
  envFiles: [],
} as const satisfies Runtime;
