import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Windsurf: syntax of `.gitignore`, in the root of the repository. */
export const windsurf = {
  id: 'windsurf',
  title: 'Windsurf',
  file: '.codeiumignore',
  traces: ['.windsurf', '.windsurfrules', '.codeiumignore'],
  get limits() {
    return t('Documented for what is indexed; commands can still read the files.');
  },
  source: { url: 'https://docs.windsurf.com/context-awareness/windsurf-ignore', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
