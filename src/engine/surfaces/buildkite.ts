import { dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import { stays } from './moves';
import type { Move, Surface } from './surface';

/** The step, or the pipeline, names the secret; the agent gives its jobs the variable. */
const secret: Move = {
  form: 'secrets: [X]',
  whole: true,
  ownName: true,
  unquoted: true,
  changes: ({ value, name, data }) => {
    if (/^(?:BUILDKITE|BK)/i.test(name))
      return { refused: t('Buildkite takes no secret that is called {0}. Move the key by hand.', name) };
    const secrets = [...value.path.slice(0, -2), 'secrets'];
    const known = dataAt(data, secrets);
    return [
      known === undefined || Array.isArray(known)
        ? { kind: 'append', path: secrets, data: name }
        : { kind: 'add', path: [...secrets, name], data: name },
      { kind: 'remove', path: value.path },
    ];
  },
  note: (names) =>
    t(
      'Add {0} to the secrets of the cluster on Buildkite, which its agents read from version 3.106.0 on. Its value is in the env file.',
      names.join(', '),
    ),
};

export const buildkite: readonly Surface[] = [
  {
    id: 'buildkite-pipeline',
    tool: 'Buildkite',
    file: '.buildkite/pipeline.yml',
    files: /(?:^|\/)\.buildkite\/[\w./-]+\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/env/*', '/**/steps/*/env/*'], named: 'entry', move: secret },
      {
        at: ['command', 'commands'].flatMap((part) => [`/**/steps/*/${part}`, `/**/steps/*/${part}/*`]),
        move: stays(() =>
          t(
            'The key is in a command. Name a secret under secrets of the step, and read it in a script that the step runs.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://buildkite.com/docs/pipelines/security/secrets/buildkite-secrets',
      read: '2026-11-29',
    },
  },
];
