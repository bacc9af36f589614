import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Cursor: syntax of `.gitignore`, `!` included; blocks Agent, Tab, Inline Edit and mentions. */
export const cursor = {
  id: 'cursor',
  title: 'Cursor',
  file: '.cursorignore',
  traces: ['.cursor', '.cursorrules', '.cursorignore', '.cursorindexingignore'],
  get limits() {
    return t('What it runs in the terminal, and MCP servers, can still read the files.');
  },
  source: { url: 'https://cursor.com/docs/reference/ignore-file', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
