import { t } from '../text/l10n';
import { inScript, inService } from './ciMoves';
import { reference, stays } from './moves';
import { oneToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

const gitlab: NonNullable<Move['note']> = (names, envPath) =>
  t(
    "Store {0} among the project's CI variables: {1}",
    names.join(', '),
    names.map((name) => oneToStdin(name, envPath, `glab variable set ${name} --masked`)).join('; '),
  );

const circle: NonNullable<Move['note']> = (names) =>
  t(
    "Add {0} to the project's environment variables in CircleCI, or to a context. Its value is in the env file.",
    names.join(', '),
  );

const pipelineVariables = (names: readonly string[]): string =>
  names
    .map((name) => `az pipelines variable create --secret true --name ${name} --pipeline-name NAME`)
    .join('; ');

const azure: NonNullable<Move['note']> = (names) =>
  t(
    'Store {0} as a secret variable, which asks for the value: {1}',
    names.join(', '),
    pipelineVariables(names),
  );

/** A script has a secret variable only where its step says so. */
const azureMapped: NonNullable<Move['note']> = (names) =>
  t(
    'Store {0} as a secret variable, which asks for the value, and give it to each step that reads it (env: NAME: $(NAME)): {1}',
    names.join(', '),
    pipelineVariables(names),
  );

const bitbucket: NonNullable<Move['note']> = (names) =>
  t(
    'Add {0} to the repository variables in Bitbucket, secured. Its value is in the env file.',
    names.join(', '),
  );

const scripts = ['script', 'before_script', 'after_script'];

/** Services that run pipelines. What they keep themselves is no environment of this machine: the value waits in the env file. */
export const ciServices: readonly Surface[] = [
  {
    id: 'gitlab-ci',
    tool: 'GitLab CI',
    file: '.gitlab-ci.yml',
    files: /(?:^|\/)(?:[\w.-]+)?\.gitlab-ci\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/variables/*', '/*/variables/*'], named: 'entry', move: inService(gitlab) },
      {
        at: ['/variables/*/value', '/*/variables/*/value'],
        move: stays(() => t('Delete the variable here, and store it among the CI variables of the project.')),
      },
      {
        at: scripts.flatMap((part) => [`/${part}/*`, `/*/${part}/*`, `/*/${part}`, `/${part}`]),
        move: inScript(gitlab),
      },
    ],
    source: { url: 'https://docs.gitlab.com/ci/variables/', read: '2026-11-29' },
  },
  {
    id: 'circleci-config',
    tool: 'CircleCI',
    file: '.circleci/config.yml',
    files: /(?:^|\/)\.circleci\/[\w.-]+\.ya?ml$/,
    format: 'yaml',
    // It reads no variable where it sets one.
    secrets: [
      { at: ['/**/environment/*'], named: 'entry', move: inService(circle) },
      { at: ['/**/steps/*/run', '/**/steps/*/run/command'], move: inScript(circle) },
      { at: ['/**/auth/password'], named: 'setting', move: reference((name) => `$${name}`, circle) },
    ],
    source: { url: 'https://circleci.com/docs/set-environment-variable/', read: '2026-11-29' },
  },
  {
    id: 'azure-pipelines',
    tool: 'Azure Pipelines',
    file: 'azure-pipelines.yml',
    files: /(?:^|\/)(?:azure-pipelines[\w.-]*|\.azure-pipelines\/[\w./-]+)\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/**/steps/*/env/*'], named: 'entry', move: reference((name) => `$(${name})`, azure) },
      { at: ['/**/steps/*/inputs/*'], named: 'setting', move: reference((name) => `$(${name})`, azure) },
      {
        at: ['/variables/*', '/**/variables/*'],
        named: 'entry',
        move: inService(azureMapped),
      },
      {
        at: ['/variables/*/value', '/**/variables/*/value'],
        named: 'sibling',
        move: {
          ...inService(azureMapped),
          changes: ({ value }) => [{ kind: 'remove', path: value.path.slice(0, -1) }],
        },
      },
    ],
    source: {
      url: 'https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables',
      read: '2026-11-29',
    },
  },
  {
    id: 'bitbucket-pipelines',
    tool: 'Bitbucket Pipelines',
    file: 'bitbucket-pipelines.yml',
    files: /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
    format: 'yaml',
    secrets: [{ at: ['/**/script/*'], move: inScript(bitbucket) }],
    source: {
      url: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
      read: '2026-11-29',
    },
  },
];
