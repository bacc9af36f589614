import { fromEnvironment, readsNone, wholeReference } from './moves';
import type { Move, Surface } from './surface';

const inList = readsNone('LiteLLM');

/** Not in a list: there texts are taken as they stand. */
const variable: Move = {
  ...wholeReference((name) => `os.environ/${name}`, fromEnvironment('LiteLLM')),
  choose: (path) => (typeof path.at(-1) === 'number' ? inList : undefined),
};

export const litellm: readonly Surface[] = [
  {
    id: 'litellm-config',
    tool: 'LiteLLM',
    file: 'config.yaml with model_list',
    files: /\.ya?ml$/,
    mark: 'litellm_params:',
    isOne: (text) => /^model_list:/m.test(text),
    format: 'yaml',
    secrets: [
      { at: ['/environment_variables/*'], named: 'entry', move: variable },
      {
        at: [
          '/model_list/*/litellm_params/*',
          '/general_settings/*',
          '/litellm_settings/**',
          '/router_settings/*',
        ],
        named: 'setting',
        move: variable,
      },
    ],
    source: {
      url: 'https://github.com/BerriAI/litellm/blob/main/litellm/proxy/proxy_server.py',
      read: '2026-11-29',
    },
  },
];
