import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Augment Code: patterns of `.gitignore`, `!` included, in the root of the workspace. */
export const augment = {
  id: 'augment',
  title: 'Augment Code',
  file: '.augmentignore',
  traces: ['.augment', '.augment-guidelines', '.augmentignore'],
  get limits() {
    return t('Documented for what is indexed and uploaded; commands can still read the files.');
  },
  source: { url: 'https://docs.augmentcode.com/setup-augment/workspace-indexing', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
