import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** aider: patterns of `.gitignore` (`GitWildMatchPattern` in its repo.py), in the root of git. */
export const aider = {
  id: 'aider',
  title: 'aider',
  file: '.aiderignore',
  traces: [
    '.aiderignore',
    '.aider.conf.yml',
    '.aider.conf.yaml',
    '.aider.chat.history.md',
    '.aider.input.history',
  ],
  get limits() {
    return t('Commands that you let it run can still read the files. Works in the root of a git repository.');
  },
  source: { url: 'https://aider.chat/docs/config/options.html', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
