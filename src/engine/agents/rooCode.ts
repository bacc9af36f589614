import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Roo Code: syntax of `.gitignore`, `!` included; blocks its tools that read and write. */
export const rooCode = {
  id: 'roo-code',
  title: 'Roo Code',
  file: '.rooignore',
  traces: ['.roo', '.roorules', '.roomodes', '.rooignore'],
  get limits() {
    return t('Of commands only the well-known ones are stopped, such as cat and grep.');
  },
  source: { url: 'https://docs.roocode.com/features/rooignore', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
