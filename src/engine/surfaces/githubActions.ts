import { dataAt } from '../formats/configText';
import { isRefusal } from '../model/fix';
import { t } from '../text/l10n';
import { reference, stays } from './moves';
import { shellVariable } from './shellText';
import { linesToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

const stored: NonNullable<Move['note']> = (names, envPath) =>
  t(
    "Store {0} among the repository's secrets: {1}",
    names.join(', '),
    linesToStdin(names, envPath, 'gh secret set -f -'),
  );

const secretOf = (name: string): string => `\${{ secrets.${name} }}`;

/** No secret may be called `GITHUB_…`. */
const rename = (name: string): string => name.replace(/^GITHUB_/, 'GH_');

const secret: Move = { ...reference(secretOf, stored), unquoted: true };

/** In a script the variable is read, which the step gets: an expression there would put the value into the script. */
const inScript: Move = {
  form: `env: \${{ secrets.X }}, then $X`,
  unquoted: true,
  changes: ({ value, key, name, data, text }) => {
    const step = value.path.slice(0, -1);
    const [, , job = ''] = value.path[0] === 'jobs' ? ['', '', value.path[1]] : [];
    const shell =
      dataAt(data, [...step, 'shell']) ??
      dataAt(data, ['jobs', job, 'defaults', 'run', 'shell']) ??
      dataAt(data, ['defaults', 'run', 'shell']);
    const runner = JSON.stringify([
      dataAt(data, ['jobs', job, 'runs-on']) ?? '',
      dataAt(data, ['jobs', job, 'strategy']) ?? '',
    ]);
    if ((shell !== undefined && !/^(?:ba|z)?sh\b/.test(String(shell))) || /windows/i.test(runner))
      return { refused: t('The script is no POSIX shell. Move the key by hand.') };
    const written = shellVariable(text, value.span, key, name);
    if (isRefusal(written)) return written;
    return [
      { kind: 'write', value, ...written },
      { kind: 'add', path: [...step, 'env', name], data: secretOf(name) },
    ];
  },
  note: stored,
};

export const githubActions: readonly Surface[] = [
  {
    id: 'github-workflow',
    tool: 'GitHub Actions',
    file: '.github/workflows/*.yml',
    files: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: [
          '/env/*',
          '/jobs/*/env/*',
          '/jobs/*/steps/*/env/*',
          '/jobs/*/container/env/*',
          '/jobs/*/services/*/env/*',
        ],
        named: 'entry',
        rename,
        move: secret,
      },
      { at: ['/jobs/*/steps/*/with/*', '/jobs/*/secrets/*'], named: 'setting', rename, move: secret },
      {
        at: ['/jobs/*/container/credentials/*', '/jobs/*/services/*/credentials/*'],
        named: 'setting',
        rename,
        move: secret,
      },
      { at: ['/jobs/*/steps/*/run'], rename, move: inScript },
      {
        at: ['/jobs/*/with/*'],
        named: 'setting',
        move: stays(() =>
          t('An input of a reusable workflow reads no secret. Pass it under secrets instead.'),
        ),
      },
    ],
    source: {
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/contexts',
      read: '2026-11-29',
    },
  },
  {
    id: 'github-action',
    tool: 'GitHub Actions',
    file: 'action.yml',
    files: /(?:^|\/)action\.ya?ml$/,
    isOne: (text) => /^runs:/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/runs/steps/*/env/*', '/runs/steps/*/with/*', '/runs/steps/*/run', '/inputs/*/default'],
        move: stays(() => t('An action reads no secret. Take the key as an input from who uses the action.')),
      },
    ],
    source: {
      url: 'https://docs.github.com/en/actions/reference/workflows-and-actions/contexts',
      read: '2026-11-29',
    },
  },
];
