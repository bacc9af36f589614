import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Gemini Code Assist, and Gemini in Android Studio: syntax of `.gitignore`. */
export const geminiCodeAssist = {
  id: 'gemini-code-assist',
  title: 'Gemini Code Assist',
  file: '.aiexclude',
  traces: ['.aiexclude'],
  get limits() {
    return t(
      'Keeps files out of context; commands can still read them. VS Code can name another file in its settings.',
    );
  },
  source: {
    url: 'https://developers.google.com/gemini-code-assist/docs/create-aiexclude-file',
    read: '2026-11-28',
  },
  put: ignoreEnvFiles,
} as const satisfies Agent;
