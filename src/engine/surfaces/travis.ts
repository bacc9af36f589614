import { t } from '../text/l10n';
import { inScript, inService } from './ciMoves';
import { stays } from './moves';
import type { Move, Surface } from './surface';

const inSettings: NonNullable<Move['note']> = (names) =>
  t(
    'Add {0} to the environment variables in the settings of the repository on Travis CI. Its value is in the env file.',
    names.join(', '),
  );

const jobs = stays(() =>
  t(
    'Each entry here is a job of its own. Move the variable to env.global, or to the settings of the repository on Travis CI.',
  ),
);

const phases = [
  'before_install',
  'install',
  'before_script',
  'script',
  'after_success',
  'after_failure',
  'after_script',
  'before_deploy',
  'after_deploy',
];

export const travis: readonly Surface[] = [
  {
    id: 'travis-ci',
    tool: 'Travis CI',
    file: '.travis.yml',
    files: /(?:^|\/)\.travis\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/env/global'], named: 'pair', move: inService(inSettings) },
      { at: ['/env/global/*'], named: 'entryOrPair', move: inService(inSettings) },
      { at: ['/env'], named: 'pair', move: jobs },
      {
        at: ['/env/*', '/env/jobs/*', '/env/matrix/*', '/**/include/*/env/*'],
        named: 'entryOrPair',
        move: jobs,
      },
      { at: ['/**/include/*/env'], named: 'pair', move: jobs },
      {
        at: phases.flatMap((phase) => [
          `/${phase}`,
          `/${phase}/*`,
          `/**/include/*/${phase}`,
          `/**/include/*/${phase}/*`,
        ]),
        move: inScript(inSettings),
      },
      {
        at: ['/deploy/**', '/notifications/**', '/addons/**'],
        named: 'setting',
        names: /^(?!secure$)/,
        move: stays(() => t('Encrypt the value with travis encrypt, and write the result here as secure: …')),
      },
    ],
    source: { url: 'https://docs.travis-ci.com/user/environment-variables/', read: '2026-11-29' },
  },
];
