import { braces, exported, reference } from './moves';
import { inServers } from './servers';
import type { Surface } from './surface';

export const geminiCli: readonly Surface[] = [
  {
    id: 'gemini-cli-settings',
    tool: 'Gemini CLI',
    file: '.gemini/settings.json',
    files: /(?:^|\/)\.gemini\/settings\.json$/,
    format: 'jsonc',
    // It reads `.env` of the folder, too late for anything but the environment of servers.
    secrets: inServers('/mcpServers', { env: reference(braces), headers: exported('Gemini CLI', braces) }),
    source: {
      url: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/configuration.md',
      read: '2026-11-29',
    },
  },
];
