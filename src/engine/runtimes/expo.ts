import { t } from '../text/l10n';
import type { Runtime } from './runtime';

/** Expo and React Native: what is bundled is on every phone; Expo's API routes run on a server. */
export const expo = {
  id: 'expo',
  title: 'Expo',
  claims: ({ dependencies }) => dependencies.has('expo') || dependencies.has('react-native'),
  side: ({ path }) => (/\+api\.[jt]sx?$/.test(path) ? 'server' : isTool(path) ? undefined : 'client'),
  refusal: {
    get refused() {
      return t(
        'This code ships in the app, where anyone can unpack the key. Call the provider from a server.',
      );
    },
  },
  envFiles: ['.env.local', '.env'],
} as const satisfies Runtime;

/** Scripts and servers beside the app. */
const isTool = (path: string): boolean => /^(?:scripts|server|functions|api|tools)\//.test(path);
