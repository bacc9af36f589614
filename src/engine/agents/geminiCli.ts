import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Gemini CLI: syntax of `.gitignore`, `!` included; read when a session starts. */
export const geminiCli = {
  id: 'gemini-cli',
  title: 'Gemini CLI',
  file: '.geminiignore',
  traces: ['.gemini', 'GEMINI.md', '.geminiignore'],
  get limits() {
    return t(
      'Only tools that support the file keep out; commands can still read the files. Restart Gemini CLI.',
    );
  },
  source: { url: 'https://geminicli.com/docs/cli/gemini-ignore/', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
