import { t } from '../text/l10n';
import type { Runtime } from './runtime';

/** An Electron app is shipped to its users, its main process with it. */
export const electron = {
  id: 'electron',
  title: 'Electron',
  claims: ({ dependencies }) => dependencies.has('electron'),
  side: ({ path }) => (/^(?:scripts|server|tools|test)\//.test(path) ? undefined : 'client'),
  refusal: {
    get refused() {
      return t(
        'This code ships in the desktop app, where anyone can unpack the key. Call the provider from a server.',
      );
    },
  },
  envFiles: [],
} as const satisfies Runtime;
