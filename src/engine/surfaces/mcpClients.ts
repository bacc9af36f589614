import { t } from '../text/l10n';
import { braces, envColon, exported, readsNone, reference, stays } from './moves';
import { inServers } from './servers';
import type { Surface } from './surface';

/** Programs that differ in little but the name of their file; what is named like one of them stands last. */
export const mcpClients: readonly Surface[] = [
  {
    id: 'windsurf-mcp',
    tool: 'Windsurf',
    file: 'mcp_config.json',
    files: /(?:^|\/)mcp_config\.json$/,
    format: 'jsonc',
    secrets: inServers('/mcpServers', { env: exported('Windsurf', envColon) }),
    source: { url: 'https://docs.windsurf.com/windsurf/cascade/mcp', read: '2026-11-29' },
  },
  {
    id: 'cline-mcp',
    tool: 'Cline',
    file: 'cline_mcp_settings.json',
    files: /(?:^|\/)cline_mcp_settings\.json$/,
    format: 'jsonc',
    secrets: inServers('/mcpServers', { env: exported('Cline', envColon) }),
    source: {
      url: 'https://github.com/cline/cline/blob/main/apps/vscode/src/utils/envExpansion.ts',
      read: '2026-11-29',
    },
  },
  {
    id: 'roo-code-mcp',
    tool: 'Roo Code',
    file: '.roo/mcp.json',
    files: /(?:^|\/)\.roo\/mcp\.json$/,
    format: 'jsonc',
    secrets: inServers('/mcpServers', { env: exported('Roo Code', envColon) }),
    source: {
      url: 'https://github.com/RooCodeInc/Roo-Code/blob/main/src/utils/config.ts',
      read: '2026-11-29',
    },
  },
  {
    id: 'kiro-mcp',
    tool: 'Kiro',
    file: '.kiro/settings/mcp.json',
    files: /(?:^|\/)\.kiro\/settings\/mcp\.json$/,
    format: 'jsonc',
    secrets: inServers('/mcpServers', {
      env: reference(braces, (names, envPath) =>
        t(
          'Kiro asks whether it may read {0}, and reads it from the environment that it was started in. Start it from a shell that has read the file: set -a; . ./{1}; set +a',
          names.join(', '),
          envPath,
        ),
      ),
    }),
    source: { url: 'https://kiro.dev/docs/mcp/configuration', read: '2026-11-29' },
  },
  {
    id: 'zed-settings',
    tool: 'Zed',
    file: '.zed/settings.json',
    files: /(?:^|\/)\.?zed\/settings\.json$/,
    format: 'jsonc',
    secrets: inServers('/context_servers', { env: readsNone('Zed') }),
    source: { url: 'https://github.com/zed-industries/zed/issues/60459', read: '2026-11-29' },
  },
  {
    id: 'claude-desktop',
    tool: 'Claude Desktop',
    file: 'claude_desktop_config.json',
    files: /(?:^|\/)claude_desktop_config[\w.-]*\.json$/,
    format: 'jsonc',
    secrets: inServers('/mcpServers', { env: readsNone('Claude Desktop') }),
    source: { url: 'https://modelcontextprotocol.io/docs/tools/debugging', read: '2026-11-29' },
  },
  {
    id: 'mcp-json',
    tool: 'An MCP client',
    file: '*mcp*.json with mcpServers',
    files: /mcp[\w.-]*\.json$/,
    isOne: (text) => text.includes('"mcpServers"'),
    format: 'jsonc',
    secrets: inServers('/mcpServers', {
      env: stays(() => t('It is not known which program reads this file, and how. Move the key by hand.')),
    }),
    source: { url: 'https://modelcontextprotocol.io/docs/tools/debugging', read: '2026-11-29' },
  },
];
