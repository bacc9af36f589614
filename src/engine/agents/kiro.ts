import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Kiro: syntax of `.gitignore`; its own example takes `.env.example` out with `!`. */
export const kiro = {
  id: 'kiro',
  title: 'Kiro',
  file: '.kiroignore',
  traces: ['.kiro', '.kiroignore'],
  get limits() {
    return t(
      'Kiro 0.x reads it once its setting kiroAgent.agentIgnoreFiles names .kiroignore. Commands can still read the files.',
    );
  },
  source: { url: 'https://kiro.dev/docs/editor/kiroignore', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
