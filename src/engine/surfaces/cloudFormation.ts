import { t } from '../text/l10n';
import { stays, wholeReference } from './moves';
import { oneToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

const created: NonNullable<Move['note']> = (names, envPath) =>
  t(
    'Create {0} in Secrets Manager before the stack is deployed: {1}. Who may read the resource itself, such as the configuration of a function, still sees the value.',
    names.join(', '),
    names
      .map((name) =>
        oneToStdin(
          name,
          envPath,
          `aws secretsmanager create-secret --name ${name} --secret-string file:///dev/stdin`,
        ),
      )
      .join('; '),
  );

/** Resolved while the stack is deployed, after transforms such as that of SAM. */
const resolved: Move = {
  ...wholeReference((name) => `{{resolve:secretsmanager:${name}}}`, created),
  unquoted: true,
};

const template: Pick<Surface, 'tool' | 'isOne' | 'secrets' | 'source'> = {
  tool: 'CloudFormation',
  isOne: (text) =>
    /^[ \t{]*["']?(?:AWSTemplateFormatVersion\b|Transform["']?:[\s\S]{0,20}AWS::)/m.test(text) &&
    /["\s]Resources["']?\s?:/.test(text),
  secrets: [
    {
      at: ['/Resources/*/Properties/**/Variables/*', '/Globals/Function/Environment/Variables/*'],
      named: 'entry',
      move: resolved,
    },
    {
      at: ['Environment', 'EnvironmentVariables'].map((part) => `/Resources/*/Properties/**/${part}/*/Value`),
      named: 'sibling',
      move: resolved,
    },
    { at: ['/Resources/*/Properties/**'], named: 'setting', move: resolved },
    {
      at: ['/Parameters/*/Default'],
      named: 'owner',
      move: stays(() =>
        t(
          'A default is read by everybody who has the template. Delete it, set NoEcho: true, and give the value when you deploy.',
        ),
      ),
    },
    {
      at: ['/**'],
      move: stays(() =>
        t('CloudFormation reads secrets in the properties of resources only. Move the key there first.'),
      ),
    },
  ],
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
    read: '2026-11-29',
  },
};

export const cloudFormation: readonly Surface[] = [
  {
    id: 'cloudformation-yaml',
    file: '*.yaml with AWSTemplateFormatVersion',
    files: /\.ya?ml$/,
    mark: 'Resources',
    format: 'yaml',
    ...template,
  },
  {
    id: 'cloudformation-json',
    file: '*.json with AWSTemplateFormatVersion',
    files: /\.json$/,
    mark: 'Resources',
    format: 'jsonc',
    ...template,
  },
];
