import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Qwen Code: syntax of `.gitignore`, `!` included; read when a session starts. */
export const qwenCode = {
  id: 'qwen-code',
  title: 'Qwen Code',
  file: '.qwenignore',
  traces: ['.qwen', 'QWEN.md', '.qwenignore'],
  get limits() {
    return t(
      'Only tools that support the file keep out; commands can still read the files. Restart Qwen Code.',
    );
  },
  source: {
    url: 'https://qwenlm.github.io/qwen-code-docs/en/users/configuration/qwen-ignore',
    read: '2026-11-28',
  },
  put: ignoreEnvFiles,
} as const satisfies Agent;
