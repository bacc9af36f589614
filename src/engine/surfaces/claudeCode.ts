import { t } from '../text/l10n';
import { braces, exported, fromEnvironment, removed, stays } from './moves';
import { inServers } from './servers';
import type { Surface } from './surface';

export const claudeCode: readonly Surface[] = [
  {
    id: 'claude-code-mcp',
    tool: 'Claude Code',
    file: '.mcp.json',
    files: /(?:^|\/)\.mcp\.json$/,
    format: 'jsonc',
    // In addresses and headers it takes well-known names, such as NPM_TOKEN, for empty.
    secrets: inServers('/mcpServers', { env: exported('Claude Code', braces) }, { ofOwner: true }),
    source: { url: 'https://code.claude.com/docs/en/mcp', read: '2026-11-29' },
  },
  {
    id: 'claude-code-settings',
    tool: 'Claude Code',
    file: '.claude/settings.json, settings.local.json',
    files: /(?:^|\/)\.claude\/settings(?:\.local)?\.json$/,
    format: 'jsonc',
    secrets: [
      { at: ['/env/*'], named: 'entry', move: removed(fromEnvironment('Claude Code')) },
      {
        at: ['/permissions/*/*'],
        move: stays(() =>
          t('A command that was allowed holds the key. Delete the entry: the key stays in use elsewhere.'),
        ),
      },
    ],
    source: { url: 'https://code.claude.com/docs/en/settings', read: '2026-11-29' },
  },
];
