import { t } from '../text/l10n';
import { fromEnvironment, reference, stays } from './moves';
import type { Surface } from './surface';

/** `${localEnv:X}`: of the machine that the container is started from. */
const localEnv = (name: string): string => `\${localEnv:${name}}`;
const fromHost = fromEnvironment('VS Code');
const inDevContainer = reference(localEnv, fromHost);

export const devcontainer: readonly Surface[] = [
  {
    id: 'devcontainer',
    tool: 'The dev container',
    file: 'devcontainer.json',
    files: /(?:^|\/)\.?devcontainer\.json$/,
    format: 'jsonc',
    secrets: [
      { at: ['/remoteEnv/*'], named: 'entry', move: inDevContainer },
      {
        at: ['/containerEnv/*'],
        named: 'entry',
        // What is in `containerEnv` can be read from outside of the container.
        move: {
          form: `remoteEnv: \${localEnv:X}`,
          whole: true,
          partly: inDevContainer,
          changes: ({ value, name }) => [
            { kind: 'add', path: ['remoteEnv', String(value.path.at(-1))], data: localEnv(name) },
            { kind: 'remove', path: value.path },
          ],
          note: fromHost,
        },
      },
      { at: ['/runArgs/*'], named: 'pair', move: inDevContainer },
      { at: ['/features/*/*'], named: 'setting', move: inDevContainer },
      {
        at: ['/build/args/*'],
        named: 'entry',
        move: stays(() =>
          t('A build argument stays in the image. Pass it with RUN --mount=type=secret instead.'),
        ),
      },
      {
        at: ['/customizations/vscode/settings/*'],
        named: 'setting',
        move: stays(() => t('{0} reads no variable there. Move the key by hand.', 'VS Code')),
      },
      {
        at: ['initialize', 'onCreate', 'updateContent', 'postCreate', 'postStart', 'postAttach'].flatMap(
          (when) => [`/${when}Command`, `/${when}Command/**`],
        ),
        move: stays(() => t('The key is in a command. Read a variable of remoteEnv there instead.')),
      },
    ],
    source: { url: 'https://containers.dev/implementors/json_reference/', read: '2026-11-29' },
  },
];
