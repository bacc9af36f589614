import { type Data, dataAt, isSameData, type Path } from '../formats/configText';
import { t } from '../text/l10n';
import { dirName, relativePath } from '../text/path';
import { stays } from './moves';
import { linesToStdin } from './storeCommand';
import type { Move, Site, Surface } from './surface';

/** The object's own name; in a file of several documents the first step of a path is the document's index. */
function nameOf(path: Path, data: Data): string {
  const document = typeof path[0] === 'number' ? [path[0]] : [];
  const name = dataAt(data, [...document, 'metadata', 'name']);
  return typeof name === 'string' && /^[a-z0-9][a-z0-9.-]*$/.test(name) ? name : 'app';
}

const fromSecret = (name: string, { value, data }: Site): Data => ({
  secretKeyRef: { name: `${nameOf(value.path, data)}-env`, key: name },
});

/** `kubectl create secret --from-env-file` names each key as the variable, and takes values as they are written. */
const created: NonNullable<Move['note']> = (names, envPath, site) =>
  t(
    'Create the Secret: {0}',
    linesToStdin(
      names,
      envPath,
      `kubectl create secret generic ${nameOf(site.value.path, site.data)}-env --from-env-file=/dev/stdin`,
    ),
  );

/** `value` becomes `valueFrom.secretKeyRef`, whatever it says besides the key. */
const secretKeyRef: Move = {
  form: 'valueFrom.secretKeyRef',
  takes: 'value',
  ownName: true,
  unquoted: true,
  changes: (site) => {
    const { value, name } = site;
    if (value.value.includes('$('))
      return { refused: t('The value reads other variables, which a value from a Secret cannot.') };
    const path = [...value.path.slice(0, -1), 'valueFrom'];
    return [
      { kind: 'add', path, data: fromSecret(name, site), after: 'value' },
      { kind: 'remove', path: value.path },
    ];
  },
  note: created,
};

/** In `command` and `args` of a container, which reads `$(X)` for a variable of its env. */
const inCommand: Move = {
  form: 'env, then $(X)',
  unquoted: true,
  changes: (site) => {
    const { value, key, name, data } = site;
    const env = [...value.path.slice(0, -2), 'env'];
    const entry = { name, valueFrom: fromSecret(name, site) };
    const list = dataAt(data, env);
    const hasOther =
      Array.isArray(list) &&
      list.some((one) => dataAt(one, ['name']) === name && !isSameData(one as Data, entry));
    if (hasOther) return { refused: t('The container has another {0}. Move the key by hand.', name) };
    return [
      { kind: 'write', value, part: key, text: `$(${name})` },
      { kind: 'append', path: env, data: entry },
    ];
  },
  note: created,
};

/** What stands in the object itself, by its kind. */
const inObject: Move = {
  ...stays(() =>
    t(
      'A Secret in a file is plain text, base64 or not. Encrypt the file with sops, or create the Secret from the env file and delete it here: kubectl create secret generic NAME --from-env-file=.env',
    ),
  ),
  choose: (path, data) => {
    const document = typeof path[0] === 'number' ? [path[0]] : [];
    return dataAt(data, [...document, 'kind']) === 'ConfigMap' ? inConfigMap : undefined;
  },
};

const inConfigMap = stays(() =>
  t(
    'A ConfigMap is no place for a secret. Read it with secretKeyRef in the container, and create the Secret from the env file: kubectl create secret generic NAME --from-env-file=.env',
  ),
);

/** An item of `literals` becomes a line of the env file that `envs` names, which has to lie in the folder. */
const generatorEnv: Move = {
  form: 'envs: [.env]',
  whole: true,
  ownName: true,
  unquoted: true,
  changes: ({ value, path, envPath }) => [
    {
      kind: 'append',
      path: [...value.path.slice(0, -2), 'envs'],
      data: relativePath(dirName(path), envPath).replace(/^\.\//, ''),
    },
    { kind: 'remove', path: value.path },
  ],
  note: (_, envPath) => t('The Secret has every variable of {0} now.', envPath),
};

export const kubernetes: readonly Surface[] = [
  {
    id: 'kustomization',
    tool: 'Kustomize',
    file: 'kustomization.yaml',
    files: /(?:^|\/)[Kk]ustomization(?:\.ya?ml)?$/,
    format: 'yaml',
    envFiles: ['.env'],
    secrets: [
      { at: ['/secretGenerator/*/literals/*'], named: 'pair', move: generatorEnv },
      {
        at: ['/configMapGenerator/*/literals/*'],
        named: 'pair',
        move: stays(() =>
          t('A ConfigMap is no place for a secret. Move the line to a secretGenerator first.'),
        ),
      },
    ],
    source: {
      url: 'https://github.com/kubernetes-sigs/kustomize/blob/master/api/kv/kv.go',
      read: '2026-11-29',
    },
  },
  {
    id: 'kubernetes-manifest',
    tool: 'Kubernetes',
    file: '*.yaml with apiVersion and kind',
    files: /\.ya?ml$/,
    mark: 'apiVersion:',
    isOne: (text) => /^apiVersion:/m.test(text) && /^kind:/m.test(text) && !text.includes('{{'),
    format: 'yaml',
    secrets: [
      { at: ['/**/env/*/value'], named: 'sibling', move: secretKeyRef },
      {
        at: ['/stringData/*', '/*/stringData/*', '/data/*', '/*/data/*'],
        named: 'entry',
        move: inObject,
      },
      {
        at: ['containers', 'initContainers'].flatMap((part) => [
          `/**/${part}/*/command/*`,
          `/**/${part}/*/args/*`,
        ]),
        move: inCommand,
      },
      {
        at: ['/**/command/*'],
        move: stays(() =>
          t('A hook or probe reads no variable there. Read it in a shell: sh -c, with the variable in env.'),
        ),
      },
    ],
    source: { url: 'https://kubernetes.io/docs/concepts/configuration/secret/', read: '2026-11-29' },
  },
  {
    id: 'helm-values',
    tool: 'Helm',
    file: 'values.yaml',
    files: /(?:^|\/)values(?:[._-][\w.-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        move: stays(() =>
          t(
            'Values are plain YAML. Create a Secret from the env file, and name it where the chart takes one (often existingSecret).',
          ),
        ),
      },
    ],
    source: { url: 'https://helm.sh/docs/chart_template_guide/values_files/', read: '2026-11-29' },
  },
];
