import { t } from '../text/l10n';
import { inScript } from './ciMoves';
import { stays } from './moves';
import { oneToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

const created: NonNullable<Move['note']> = (names, envPath) =>
  t(
    'Create {0} in the Parameter Store, and let the role of the build read it (ssm:GetParameters): {1}',
    names.join(', '),
    names
      .map((name) =>
        oneToStdin(
          name,
          envPath,
          `aws ssm put-parameter --name ${name} --type SecureString --value file:///dev/stdin`,
        ),
      )
      .join('; '),
  );

/** A parameter of the same name gives the variable its value. */
const parameter: Move = {
  form: 'parameter-store: { X: X }',
  whole: true,
  ownName: true,
  unquoted: true,
  changes: ({ value, name }) => [
    { kind: 'add', path: ['env', 'parameter-store', name], data: name },
    { kind: 'remove', path: value.path },
  ],
  note: created,
};

/** Files that services of AWS read. */
export const awsFiles: readonly Surface[] = [
  {
    id: 'codebuild-buildspec',
    tool: 'CodeBuild',
    file: 'buildspec.yml',
    files: /(?:^|\/)buildspec(?:[._-][\w.-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/env/variables/*'], named: 'entry', move: parameter },
      {
        at: ['/phases/*/commands/*', '/phases/*/finally/*'],
        move: {
          ...inScript(created),
          form: 'parameter-store: { X: X }, then $X',
          changes: (site) => {
            const written = inScript(created).changes(site);
            return 'refused' in written
              ? written
              : [...written, { kind: 'add', path: ['env', 'parameter-store', site.name], data: site.name }];
          },
        },
      },
    ],
    source: {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      read: '2026-11-29',
    },
  },
  {
    id: 'amplify-build',
    tool: 'Amplify',
    file: 'amplify.yml',
    files: /(?:^|\/)amplify\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: ['/**/env/variables/*'],
        named: 'entry',
        move: stays(() =>
          t(
            'Amplify keeps secrets in a store of its own. Add the value under Secrets in its console, and delete the variable here.',
          ),
        ),
      },
      {
        at: ['/**/commands/*'],
        move: stays(() =>
          t(
            'Amplify keeps secrets in a store of its own. Add the value under Secrets in its console, and read it here.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://docs.aws.amazon.com/amplify/latest/userguide/environment-variables.html',
      read: '2026-11-29',
    },
  },
  {
    id: 'sam-config',
    tool: 'SAM',
    file: 'samconfig.toml',
    files: /(?:^|\/)samconfig\.toml$/,
    format: 'toml',
    secrets: [
      {
        at: ['/**/parameter_overrides', '/**/parameter_overrides/*'],
        named: 'pair',
        move: stays(() =>
          t(
            'samconfig.toml is plain text. Delete the parameter here, and let the template read the value from Secrets Manager.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      read: '2026-11-29',
    },
  },
];
