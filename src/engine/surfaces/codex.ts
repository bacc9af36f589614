import { dataAt, type Path } from '../formats/configText';
import { t } from '../text/l10n';
import { fromEnvironment, readsNone, removed } from './moves';
import type { Change, Move, Surface } from './surface';

/** Codex clears the environment of what it starts: what it passes on is named. */
const codexVariable: Move = {
  ...removed(fromEnvironment('Codex')),
  form: 'env_vars = ["X"]',
  changes: ({ value, name }) => [
    { kind: 'append', path: [...value.path.slice(0, -2), 'env_vars'], data: name },
    { kind: 'remove', path: value.path },
  ],
};

const codexHeader: Move = {
  form: 'bearer_token_env_var, env_http_headers',
  changes: ({ value, key, name, data }) => {
    const server = value.path.slice(0, -2);
    const header = String(value.path.at(-1));
    const lead = value.value.length - (key.end - key.start);
    const add = (path: Path): readonly Change[] => [
      { kind: 'add', path, data: name },
      { kind: 'remove', path: value.path },
    ];
    if (header.toLowerCase() === 'authorization' && /^Bearer $/i.test(value.value.slice(0, lead)))
      return server[0] === 'mcp_servers'
        ? add([...server, 'bearer_token_env_var'])
        : { refused: t('{0} reads no variable there. Move the key by hand.', 'Codex') };
    if (lead > 0) return { refused: t('The key is only a part of the value.') };
    const headers = [...server, 'env_http_headers'];
    if (dataAt(data, headers) !== undefined) return add([...headers, header]);
    return [
      { kind: 'add', path: headers, data: { [header]: name } },
      { kind: 'remove', path: value.path },
    ];
  },
  note: fromEnvironment('Codex'),
};

const codexProvider: Move = {
  form: 'env_key = "X"',
  whole: true,
  changes: ({ value, name }) => [
    { kind: 'add', path: [...value.path.slice(0, -1), 'env_key'], data: name },
    { kind: 'remove', path: value.path },
  ],
  note: fromEnvironment('Codex'),
};

export const codex: readonly Surface[] = [
  {
    id: 'codex-config',
    tool: 'Codex',
    file: '.codex/config.toml',
    files: /(?:^|\/)\.codex\/(?:[\w-]+\.)?config\.toml$/,
    format: 'toml',
    secrets: [
      { at: ['/mcp_servers/*/env/*'], named: 'entry', move: codexVariable },
      {
        at: ['/mcp_servers/*/http_headers/*', '/model_providers/*/http_headers/*'],
        named: 'header',
        move: codexHeader,
      },
      { at: ['/model_providers/*/experimental_bearer_token'], move: codexProvider },
      { at: ['/mcp_servers/*/args/*', '/mcp_servers/*/url'], move: readsNone('Codex') },
    ],
    source: {
      url: 'https://github.com/openai/codex/blob/main/codex-rs/config/src/mcp_types.rs',
      read: '2026-11-29',
    },
  },
];
