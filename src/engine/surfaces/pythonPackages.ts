import { dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import { braces, exported, fromEnvironment, stays } from './moves';
import type { Move, Surface } from './surface';

/** The whole address goes: pip reads it from the variable of the same option. */
const address: Move = {
  form: 'removed',
  takes: 'value',
  ownName: true,
  changes: ({ value: { path }, name, data }) => {
    const [section, option = ''] = path;
    const other = section === 'global' ? 'install' : 'global';
    // The variable is above the file, whatever the section.
    return dataAt(data, [other, option]) === undefined
      ? [{ kind: 'remove', path }]
      : { refused: t('{0} would replace what [{1}] says too. Move the key by hand.', name, other) };
  },
  note: fromEnvironment('pip'),
};

const indexOf = (name: string): string => `PIP_${name.toUpperCase().replaceAll('-', '_')}`;

/** Where Python's packages come from. */
export const pythonPackages: readonly Surface[] = [
  {
    id: 'pip-config',
    tool: 'pip',
    file: 'pip.conf, pip.ini',
    files: /(?:^|\/)pip\.(?:conf|ini)$/,
    format: 'ini',
    secrets: [
      {
        at: ['index-url', 'extra-index-url'].flatMap((name) => [`/global/${name}`, `/install/${name}`]),
        named: 'setting',
        variable: indexOf,
        move: address,
      },
    ],
    source: {
      url: 'https://github.com/pypa/pip/blob/main/docs/html/topics/configuration.md',
      read: '2026-11-29',
    },
  },
  {
    id: 'pip-requirements',
    tool: 'pip',
    file: 'requirements*.txt',
    files: /(?:^|\/)(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+|constraints[\w.-]*)\.(?:txt|in)$/,
    format: 'lines',
    secrets: [{ at: ['/*'], move: exported('pip', braces) }],
    source: {
      url: 'https://github.com/pypa/pip/blob/main/docs/html/reference/requirements-file-format.md',
      read: '2026-11-29',
    },
  },
  {
    id: 'python-project',
    tool: 'pyproject.toml',
    file: 'pyproject.toml, uv.toml',
    files: /(?:^|\/)(?:pyproject|uv)\.toml$/,
    format: 'toml',
    secrets: [
      {
        at: ['/tool/uv/index/*/url', '/index/*/url'],
        move: stays(() =>
          t(
            'uv reads no variable in an address. Give the index a name, take name and password out of its address, and set UV_INDEX_NAME_USERNAME and UV_INDEX_NAME_PASSWORD.',
          ),
        ),
      },
    ],
    source: { url: 'https://docs.astral.sh/uv/concepts/indexes/', read: '2026-11-29' },
  },
];
