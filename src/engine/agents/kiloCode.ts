import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Kilo Code: the rules of `.gitignore`, `!` included; checked before a tool reads a file. */
export const kiloCode = {
  id: 'kilo-code',
  title: 'Kilo Code',
  file: '.kilocodeignore',
  traces: ['.kilocode', '.kilocoderules', '.kilocodeignore'],
  get limits() {
    return t('Documented for the classic extension. Commands can still read the files in other ways.');
  },
  source: { url: 'https://kilo.ai/docs/customize/context/kilocodeignore', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
