import type { Move, Surface } from './surface';

/** aider reads `.env` in the repository's root; the entry would win over it. */
const removal: Move = {
  form: 'removed',
  whole: true,
  ownName: true,
  changes: ({ value }) => [{ kind: 'remove', path: value.path }],
};

/** `openai-api-key` → `OPENAI_API_KEY`. */
const shout = (name: string): string => name.toUpperCase().replaceAll('-', '_');

export const aider: readonly Surface[] = [
  {
    id: 'aider-config',
    tool: 'aider',
    file: '.aider.conf.yml',
    files: /(?:^|\/)\.aider\.conf\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/openai-api-key', '/anthropic-api-key'], named: 'setting', variable: shout, move: removal },
      {
        at: ['/api-key/*', '/api-key'],
        named: 'pair',
        variable: (provider) => `${shout(provider)}_API_KEY`,
        move: removal,
      },
      { at: ['/set-env/*', '/set-env'], named: 'pair', move: removal },
    ],
    source: { url: 'https://github.com/Aider-AI/aider/blob/main/aider/main.py', read: '2026-11-29' },
  },
];
