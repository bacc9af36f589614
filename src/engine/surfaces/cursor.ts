import { envColon, exported } from './moves';
import { serverEnvFile } from './serverEnvFile';
import { inServers } from './servers';
import type { Surface } from './surface';

export const cursor: readonly Surface[] = [
  {
    id: 'cursor-mcp',
    tool: 'Cursor',
    file: '.cursor/mcp.json',
    files: /(?:^|\/)\.cursor\/mcp\.json$/,
    format: 'jsonc',
    secrets: [
      ...inServers('/mcpServers', {
        env: serverEnvFile(exported('Cursor', envColon)),
        headers: exported('Cursor', envColon),
      }),
      { at: ['/mcpServers/*/auth/CLIENT_SECRET'], named: 'setting', move: exported('Cursor', envColon) },
    ],
    source: { url: 'https://cursor.com/docs/mcp', read: '2026-11-29' },
  },
];
