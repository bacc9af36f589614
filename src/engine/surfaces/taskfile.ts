import { type Data, dataAt } from '../formats/configText';
import { isRefusal, type Refusal } from '../model/fix';
import { t } from '../text/l10n';
import { dirName, relativePath } from '../text/path';
import { readsNone, stays } from './moves';
import { shellVariable } from './shellText';
import type { Change, Move, Site, Surface } from './surface';

/** `dotenv: [.env]` at the root, which gives every task what its own `env` and that of the root do not name. */
function loaded({ data, path, name, value, envPath }: Site, own: boolean): readonly Change[] | Refusal {
  const version: Data | undefined = dataAt(data, ['version']);
  if (!/^3(?:\.|$)/.test(String(version)))
    return { refused: t('Task reads an env file from version 3 of the file on. Move the key by hand.') };
  const list = dataAt(data, ['dotenv']);
  const file = relativePath(dirName(path), envPath).replace(/^\.\//, '');
  if (list === undefined && dirName(path) !== '')
    return {
      refused: t(
        'A Taskfile that another one includes can name no env file. Add dotenv to the one at the root, and move the key by hand.',
      ),
    };
  const places = [
    ['env'],
    ['vars'],
    ['tasks', String(value.path[1]), 'env'],
    ['tasks', String(value.path[1]), 'vars'],
  ];
  const others = places.filter(
    (place) =>
      dataAt(data, [...place, name]) !== undefined &&
      !(own && [...place, name].join('/') === value.path.join('/')),
  );
  if (others.length > 0)
    return {
      refused: t(
        'The file gives {0} a value in another place too, which would win. Move the key by hand.',
        name,
      ),
    };
  return [
    list === undefined
      ? { kind: 'add', path: ['dotenv'], data: [file], after: 'version' }
      : { kind: 'append', path: ['dotenv'], data: file },
  ];
}

/** A command is read by a POSIX shell of Task's own, on every system. */
const inCommand: Move = {
  form: '$X',
  changes: (site) => {
    const { value, key, name, text } = site;
    const load = loaded(site, false);
    if (isRefusal(load)) return load;
    const written = shellVariable(text, value.span, key, name);
    return isRefusal(written) ? written : [{ kind: 'write', value, ...written }, ...load];
  },
};

/** The entry goes: a task has the variable from the env file, as `$X` and as `{{.X}}`. */
const fromEnvFile: Move = {
  form: 'dotenv',
  ownName: true,
  whole: true,
  changes: (site) => {
    const load = loaded(site, true);
    return isRefusal(load) ? load : [...load, { kind: 'remove', path: site.value.path }];
  },
};

export const taskfile: readonly Surface[] = [
  {
    id: 'taskfile',
    tool: 'Task',
    file: 'Taskfile.yml',
    files: /(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/,
    format: 'yaml',
    envFiles: ['.env'],
    secrets: [
      {
        at: ['/env/*', '/tasks/*/env/*', '/vars/*', '/tasks/*/vars/*'],
        named: 'entry',
        move: fromEnvFile,
      },
      {
        at: ['/vars/*/value', '/tasks/*/vars/*/value'],
        named: 'owner',
        move: stays(() =>
          t(
            'Task hides the value of this variable in what it prints, and not that of one from an env file. Move the key by hand.',
          ),
        ),
      },
      {
        at: ['/env/*/sh', '/tasks/*/env/*/sh', '/vars/*/sh', '/tasks/*/vars/*/sh'],
        move: stays(() => t('Task runs this command before it has read an env file. Move the key by hand.')),
      },
      {
        at: [
          '/tasks/*',
          '/tasks/*/cmd',
          '/tasks/*/cmds/*',
          '/tasks/*/cmds/*/cmd',
          '/tasks/*/cmds/*/defer',
          '/tasks/*/status/*',
          '/tasks/*/preconditions/*',
          '/tasks/*/preconditions/*/sh',
        ],
        move: inCommand,
      },
      // `name: [command, …]`; anything else of a task is no command.
      {
        at: ['/tasks/*/*'],
        move: {
          ...inCommand,
          choose: (path) => (typeof path.at(-1) === 'number' ? undefined : readsNone('Task')),
        },
      },
    ],
    source: { url: 'https://taskfile.dev/docs/guide#env-files', read: '2026-11-29' },
  },
];
