import { isRefusal } from '../model/fix';
import { t } from '../text/l10n';
import { stays } from './moves';
import { shellVariable } from './shellText';
import type { Move, Surface } from './surface';

const stored =
  (tool: string): NonNullable<Move['note']> =>
  (names) =>
    t(
      'Add {0} to the secrets of the repository in {1}. Its value is in the env file.',
      names.join(', '),
      tool,
    );

const inList = stays(() =>
  t('Only a variable in a map comes from a secret. Write environment as one first.'),
);

/** `NAME: { from_secret: NAME }` */
const fromSecret = (tool: string): Move => ({
  choose: (path) => (typeof path.at(-1) === 'number' ? inList : undefined),
  form: '{ from_secret: X }',
  whole: true,
  unquoted: true,
  changes: ({ value, name }) => [{ kind: 'put', path: value.path, data: { from_secret: name } }],
  note: stored(tool),
});

/** In a command `$X` is read; `${X}` would be replaced before a shell sees it. */
const inCommand = (tool: string): Move => ({
  form: 'environment: { X: { from_secret: X } }, then $X',
  unquoted: true,
  changes: ({ value, key, name, text }) => {
    const written = shellVariable(text, value.span, key, name);
    if (isRefusal(written)) return written;
    if (written.text.includes('{'))
      return {
        refused: t('Letters follow the key, and {0} replaces braces itself. Move the key by hand.', tool),
      };
    return [
      { kind: 'write', value, ...written },
      {
        kind: 'add',
        path: [...value.path.slice(0, -2), 'environment', name],
        data: { from_secret: name },
      },
    ];
  },
  note: stored(tool),
});

const parts = ['steps', 'pipeline', 'services'];

const secretsOf = (tool: string): Surface['secrets'] => [
  { at: parts.map((part) => `/**/${part}/*/environment/*`), named: 'entryOrPair', move: fromSecret(tool) },
  { at: parts.map((part) => `/**/${part}/*/settings/*`), named: 'setting', move: fromSecret(tool) },
  { at: parts.map((part) => `/**/${part}/*/commands/*`), move: inCommand(tool) },
];

/** Drone, and Woodpecker, which came from it. */
export const drone: readonly Surface[] = [
  {
    id: 'drone-ci',
    tool: 'Drone',
    file: '.drone.yml',
    files: /(?:^|\/)\.drone\.ya?ml$/,
    format: 'yaml',
    secrets: secretsOf('Drone'),
    source: {
      url: 'https://github.com/drone/docs/blob/master/content/secret/repository.md',
      read: '2026-11-29',
    },
  },
  {
    id: 'woodpecker-ci',
    tool: 'Woodpecker',
    file: '.woodpecker.yml, .woodpecker/*.yml',
    files: /(?:^|\/)\.woodpecker(?:\/[\w./-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: secretsOf('Woodpecker'),
    source: { url: 'https://woodpecker-ci.org/docs/3.4/usage/secrets', read: '2026-11-29' },
  },
];
