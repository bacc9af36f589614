import { exported } from './moves';
import type { Surface } from './surface';

const variable = exported('opencode', (name) => `{env:${name}}`);

export const opencode: readonly Surface[] = [
  {
    id: 'opencode-config',
    tool: 'opencode',
    file: 'opencode.json',
    files: /(?:^|\/)opencode\.jsonc?$/,
    format: 'jsonc',
    secrets: [
      { at: ['/mcp/*/environment/*'], named: 'entry', move: variable },
      {
        at: ['/mcp/*/headers/*', '/provider/*/options/headers/*'],
        named: 'header',
        move: variable,
      },
      {
        at: ['/provider/*/options/apiKey', '/mcp/*/oauth/clientSecret'],
        named: 'setting',
        move: variable,
      },
      { at: ['/mcp/*/command/*', '/mcp/*/url'], move: variable },
    ],
    source: { url: 'https://opencode.ai/docs/config', read: '2026-11-29' },
  },
];
