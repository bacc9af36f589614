import { type Data, dataAt, type Path } from '../formats/configText';
import { t } from '../text/l10n';
import { dirName, relativePath } from '../text/path';
import { stays } from './moves';
import type { Move, Surface } from './surface';

const inIde = stays(() =>
  t(
    'Delete the variable in the run configuration, and put the path of the env file into its field Environment variables, where the IDE takes one.',
  ),
);

const elsewhere = stays(() =>
  t('A JetBrains IDE reads no variable there. Delete the value in the settings of the IDE.'),
);

/** From `component`, `configuration`, `envs`, `env`, `@value`. */
const envFiles = (path: Path): Path => [...path.slice(0, -3), 'option[ENV_FILES]', '@value'];

/**
 * `ENV_FILES`, which configurations for Python read and write, since they read env files; `envs` would win over them. Others
 * keep the paths under names of their own.
 */
const envFile: Move = {
  form: 'ENV_FILES',
  whole: true,
  ownName: true,
  unquoted: true,
  choose: (path, data) =>
    isPython(path, data) && typeof dataAt(data, envFiles(path)) === 'string' ? undefined : inIde,
  changes: ({ value, data, envPath, path }) => {
    const project = projectOf(path);
    if (project === undefined) return { refused: t('Put the file into .idea/runConfigurations first.') };
    const wanted = `$PROJECT_DIR$/${relativePath(project, envPath).replace(/^\.\//, '')}`;
    const files = envFiles(value.path);
    const own = dataAt(data, files);
    if (own !== '' && own !== wanted)
      return { refused: t('The configuration reads another env file. Move the key there by hand.') };
    return [
      { kind: 'put', path: files, data: wanted },
      { kind: 'remove', path: value.path.slice(0, -1) },
    ];
  },
  note: (_, envPath) => t('The configuration starts only where {0} is.', envPath),
};

const isPython = (path: Path, data: Data): boolean =>
  /^(?:Python|Py[A-Z]|tests$)/.test(String(dataAt(data, [...path.slice(0, -3), '@type'])));

/** The folder that `.idea` is in; that of a `.run` elsewhere than in the root is not known. */
function projectOf(path: string): string | undefined {
  const dir = dirName(path);
  if (dir.endsWith('.idea/runConfigurations')) return dirName(dirName(dir));
  return dir === '.run' ? dirName(dir) : undefined;
}

const source = {
  url: 'https://www.jetbrains.com/help/idea/program-arguments-and-environment-variables.html',
  read: '2026-11-29',
} as const;

export const jetbrains: readonly Surface[] = [
  {
    id: 'jetbrains-run',
    tool: 'JetBrains IDEs',
    file: '.idea/runConfigurations/*.xml, .run/*.xml',
    files: /(?:^|\/)(?:\.idea\/runConfigurations|\.run)\/[^/]+\.xml$/,
    format: 'xml',
    secrets: [
      { at: ['/component*/configuration*/envs/env*/@value'], named: 'sibling', move: envFile },
      { at: ['/**'], move: inIde },
    ],
    source: {
      url: 'https://github.com/JetBrains/intellij-community/blob/master/python/src/com/jetbrains/python/run/AbstractPythonRunConfiguration.java',
      read: '2026-11-29',
    },
  },
  {
    id: 'jetbrains-workspace',
    tool: 'JetBrains IDEs',
    file: '.idea/workspace.xml',
    files: /(?:^|\/)\.idea\/workspace\.xml$/,
    format: 'xml',
    // The IDE writes it anew from what it has in memory.
    secrets: [
      { at: ['/project*/component*/configuration*/envs/env*/@value'], named: 'sibling', move: inIde },
      { at: ['/**'], move: elsewhere },
    ],
    source,
  },
  {
    id: 'jetbrains-project',
    tool: 'JetBrains IDEs',
    file: '.idea/*.xml',
    files: /(?:^|\/)\.idea\/(?:[^/]+\/)*[^/]+\.xml$/,
    format: 'xml',
    secrets: [{ at: ['/**'], move: elsewhere }],
    source,
  },
];
