import { reference } from './moves';
import type { Surface } from './surface';

const variable = reference((name) => `{{ env.${name} }}`);

export const promptfoo: readonly Surface[] = [
  {
    id: 'promptfoo-config',
    tool: 'promptfoo',
    file: 'promptfooconfig.yaml',
    files: /(?:^|\/)promptfooconfig[\w.-]*\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/**/config/headers/*'], named: 'header', move: variable },
      { at: ['/env/*', '/providers/*/env/*'], named: 'entry', move: variable },
      { at: ['/**/config/*'], named: 'setting', move: variable },
    ],
    source: {
      url: 'https://github.com/promptfoo/promptfoo/blob/main/src/util/render.ts',
      read: '2026-11-29',
    },
  },
];
