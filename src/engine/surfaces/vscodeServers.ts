import { serverEnvFile } from './serverEnvFile';
import { input, inServers } from './servers';
import type { Surface } from './surface';

export const vscodeServers: readonly Surface[] = [
  {
    id: 'vscode-mcp',
    tool: 'VS Code',
    file: '.vscode/mcp.json',
    files: /(?:^|\/)\.vscode\/mcp\.json$/,
    format: 'jsonc',
    secrets: inServers('/servers', { env: serverEnvFile(input(['inputs'])), headers: input(['inputs']) }),
    source: {
      url: 'https://code.visualstudio.com/docs/agents/reference/mcp-configuration',
      read: '2026-11-29',
    },
  },
];
