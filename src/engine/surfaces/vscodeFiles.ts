import { dataAt, type Path } from '../formats/configText';
import { t } from '../text/l10n';
import { fromEnvironment, reference, removed, stays } from './moves';
import { input, inServers } from './servers';
import type { Move, SecretPlace, Surface } from './surface';
import { workspaceEnv } from './workspaceEnv';

const vscodeVariable = reference((name) => `\${env:${name}}`, fromEnvironment('VS Code'));

/** Debuggers that take `envFile`; those for browsers do not. An entry of `env` would win over the file, or lose against it: it goes. */
const withEnvFile =
  /^(?:(?:pwa-)?node|node-terminal|(?:pwa-)?extensionHost|debugpy|python|go|java|coreclr|cppdbg|cppvsdbg)$/;

/** `"envFile": "${workspaceFolder}/.env"` where the debugger takes it. `depth` is how far the value is from its configuration. */
const launchEnvFile = (depth: number, taken: (path: Path) => Path): Move => ({
  form: 'envFile',
  ownName: true,
  partly: vscodeVariable,
  choose: (path, data) => {
    const type = dataAt(data, [...path.slice(0, -depth), 'type']);
    return typeof type === 'string' && withEnvFile.test(type) ? undefined : vscodeVariable;
  },
  changes: ({ value, data, envPath, path }) => {
    const configuration = value.path.slice(0, -depth);
    const wanted = workspaceEnv(path, envPath);
    const own = dataAt(data, [...configuration, 'envFile']);
    if (own !== undefined && own !== wanted)
      return { refused: t('The configuration reads another env file. Move the key there by hand.') };
    return [
      { kind: 'add', path: [...configuration, 'envFile'], data: wanted },
      { kind: 'remove', path: taken(value.path) },
    ];
  },
});

/** Also below `windows`, `linux` and `osx`. */
const perSystem = (root: string, part: string): readonly string[] =>
  ['', '/windows', '/linux', '/osx'].map((system) => `${root}${system}${part}`);

const launch = (root: string): readonly SecretPlace[] => [
  { at: [`${root}/*/env/*`], named: 'entry', move: launchEnvFile(2, (path) => path) },
  {
    at: [`${root}/*/environment/*/value`],
    named: 'sibling',
    move: launchEnvFile(3, (path) => path.slice(0, -1)),
  },
  {
    at: ['/windows', '/linux', '/osx'].map((system) => `${root}/*${system}/env/*`),
    named: 'entry',
    move: launchEnvFile(3, (path) => path),
  },
  {
    at: ['/args/*', '/runtimeArgs/*', '/url', '/command'].flatMap((part) => perSystem(`${root}/*`, part)),
    move: vscodeVariable,
  },
];

/** A task has the environment of VS Code, and no env file. */
const tasks = (root: string): readonly SecretPlace[] => [
  {
    at: [...perSystem(root, '/options/env/*'), ...perSystem(`${root}/tasks/*`, '/options/env/*')],
    named: 'entry',
    move: removed((names, envPath) =>
      t(
        'A task reads {0} from the environment that VS Code was started in. Start it from a shell that has read the file: set -a; . ./{1}; set +a',
        names.join(', '),
        envPath,
      ),
    ),
  },
  {
    at: ['/command', '/args/*', '/args/*/value'].flatMap((part) => [
      ...perSystem(root, part),
      ...perSystem(`${root}/tasks/*`, part),
    ]),
    move: vscodeVariable,
  },
];

const settings = (root: string): readonly SecretPlace[] => [
  {
    at: ['linux', 'osx', 'windows'].map((system) => `${root}/terminal.integrated.env.${system}/*`),
    named: 'entry',
    move: removed((names, envPath) =>
      t('Terminals no longer have {0}: a program that reads it has to load {1}.', names.join(', '), envPath),
    ),
  },
  {
    at: [`${root}/rest-client.environmentVariables/*/*`],
    named: 'setting',
    move: stays(() =>
      t(
        'REST Client reads no variable in settings. Write {0} where the request has it, and delete it here.',
        '{{$dotenv NAME}}',
      ),
    ),
  },
  {
    at: [`${root}/**`],
    named: 'setting',
    move: stays(() =>
      t(
        'VS Code reads no variable in this setting. Delete it, and give the extension the key where it asks for one.',
      ),
    ),
  },
];

export const vscodeFiles: readonly Surface[] = [
  {
    id: 'vscode-workspace',
    tool: 'VS Code',
    file: '*.code-workspace',
    files: /\.code-workspace$/,
    format: 'jsonc',
    secrets: [
      ...inServers('/settings/mcp/servers', { env: input(['settings', 'mcp', 'inputs']) }),
      ...launch('/launch/configurations'),
      ...tasks('/tasks'),
      ...settings('/settings'),
    ],
    source: {
      url: 'https://code.visualstudio.com/docs/agents/reference/mcp-configuration',
      read: '2026-11-29',
    },
  },
  {
    id: 'vscode-settings',
    tool: 'VS Code',
    file: '.vscode/settings.json',
    files: /(?:^|\/)\.vscode\/settings\.json$/,
    format: 'jsonc',
    secrets: [...launch('/launch/configurations'), ...tasks('/tasks'), ...settings('')],
    source: { url: 'https://code.visualstudio.com/docs/reference/variables-reference', read: '2026-11-29' },
  },
  {
    id: 'vscode-launch',
    tool: 'VS Code',
    file: '.vscode/launch.json',
    files: /(?:^|\/)\.vscode\/launch\.json$/,
    format: 'jsonc',
    secrets: launch('/configurations'),
    source: {
      url: 'https://code.visualstudio.com/docs/debugtest/debugging-configuration',
      read: '2026-11-29',
    },
  },
  {
    id: 'vscode-tasks',
    tool: 'VS Code',
    file: '.vscode/tasks.json',
    files: /(?:^|\/)\.vscode\/tasks\.json$/,
    format: 'jsonc',
    secrets: tasks(''),
    source: { url: 'https://code.visualstudio.com/docs/reference/tasks-appendix', read: '2026-11-29' },
  },
];
