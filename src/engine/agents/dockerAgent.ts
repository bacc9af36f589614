import { t } from '../text/l10n';
import type { Agent } from './agent';
import { ignoreEnvFiles } from './ignoreFile';

/** Docker Agent: syntax of `.gitignore`, `!` included; reads, writes and edits are refused. */
export const dockerAgent = {
  id: 'docker-agent',
  title: 'Docker Agent',
  file: '.agentsignore',
  traces: ['.agentsignore'],
  get limits() {
    return t('Covers its file tools; commands can still read the files.');
  },
  source: { url: 'https://docs.docker.com/ai/docker-agent/configuration/agentsignore/', read: '2026-11-28' },
  put: ignoreEnvFiles,
} as const satisfies Agent;
