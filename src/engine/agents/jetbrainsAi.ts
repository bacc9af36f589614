import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** AI Assistant and Junie (jetbrains.com/help/junie/aiignore.html): syntax of `.gitignore`. */
export const jetbrainsAi = {
  id: 'jetbrains-ai',
  title: 'JetBrains AI Assistant and Junie',
  file: '.aiignore',
  traces: ['.aiignore', '.noai', '.junie'],
  get limits() {
    return t(
      'AI Assistant wants it enabled in its project settings; Junie asks before it reads such a file.',
    );
  },
  source: {
    url: 'https://www.jetbrains.com/help/ai-assistant/disable-ai-assistant.html',
    read: '2026-11-28',
  },
  put: ignoreEnvFiles,
} as const satisfies Agent;
