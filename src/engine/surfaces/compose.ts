import { t } from '../text/l10n';
import { reference } from './moves';
import type { Move, Surface } from './surface';

/** `${X:?…}` stops where the variable is missing; Compose reads `.env` beside the file for it. */
const variable: Move = reference((name) => `\${${name}:?set ${name} in .env}`);

const buildArgument: Move = {
  ...variable,
  note: (names) =>
    t('{0} is a build argument: it stays in the image. Pass it as a build secret instead.', names.join(', ')),
};

export const compose: readonly Surface[] = [
  {
    id: 'compose',
    tool: 'Compose',
    file: 'compose.yaml, docker-compose.yml',
    files: /(?:^|\/)(?:[\w.-]+[._-])?(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$/i,
    format: 'yaml',
    dollar: true,
    envFiles: ['.env'],
    secrets: [
      { at: ['/services/*/build/args/*'], named: 'entryOrPair', move: buildArgument },
      { at: ['/services/*/environment/*', '/x-*/environment/*'], named: 'entryOrPair', move: variable },
      { at: ['/x-*/*'], named: 'entryOrPair', move: variable },
      {
        at: ['command', 'entrypoint', 'healthcheck/test', 'labels'].flatMap((part) => [
          `/services/*/${part}`,
          `/services/*/${part}/*`,
        ]),
        move: variable,
      },
    ],
    source: {
      url: 'https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md',
      read: '2026-11-29',
    },
  },
];
