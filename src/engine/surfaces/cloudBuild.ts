import { type Data, dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import { stays } from './moves';
import { oneToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

/** The variable comes from Secret Manager, in the step that names it. */
const secretEnv: Move = {
  form: 'secretEnv: [X]',
  whole: true,
  ownName: true,
  unquoted: true,
  changes: ({ value, name, data }) => {
    const secret = { versionName: `projects/$PROJECT_ID/secrets/${name}/versions/latest`, env: name };
    const known = dataAt(data, ['availableSecrets', 'secretManager']);
    const own = Array.isArray(known)
      ? (known as readonly Data[]).find((one) => dataAt(one, ['env']) === name)
      : undefined;
    if (own !== undefined && dataAt(own, ['versionName']) !== secret.versionName)
      return { refused: t('The build has another secret {0}. Move the key by hand.', name) };
    return [
      { kind: 'append', path: [...value.path.slice(0, -2), 'secretEnv'], data: name },
      ...(own === undefined
        ? [{ kind: 'append', path: ['availableSecrets', 'secretManager'], data: secret } as const]
        : []),
      { kind: 'remove', path: value.path },
    ];
  },
  note: (names, envPath) =>
    t(
      'Create {0} in Secret Manager, and give the account of the build the role roles/secretmanager.secretAccessor: {1}',
      names.join(', '),
      names
        .map((name) => oneToStdin(name, envPath, `gcloud secrets create ${name} --data-file=-`))
        .join('; '),
    ),
};

export const cloudBuild: readonly Surface[] = [
  {
    id: 'cloud-build',
    tool: 'Cloud Build',
    file: 'cloudbuild.yaml',
    files: /(?:^|\/)cloudbuild(?:[._-][\w.-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/steps/*/env/*', '/options/env/*'], named: 'pair', move: secretEnv },
      {
        at: ['/steps/*/args/*', '/steps/*/script'],
        move: stays(() =>
          t(
            'The key is in a command. Add a variable to secretEnv of the step, and write $$NAME here, with bash as entrypoint.',
          ),
        ),
      },
      {
        at: ['/substitutions/*'],
        named: 'setting',
        move: stays(() =>
          t(
            'Every build shows its substitutions. Create a secret, and name it in secretEnv of the steps that read it.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://docs.cloud.google.com/build/docs/build-config-file-schema',
      read: '2026-11-29',
    },
  },
];
