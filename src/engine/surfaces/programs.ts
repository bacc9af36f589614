import { t } from '../text/l10n';
import { fromEnvironment, reference, removed, stays, wholeReference } from './moves';
import type { Move, Surface } from './surface';

const inList = stays(() =>
  t('The key is in a list, of which .NET puts variables in the place of items. Move it by hand.'),
);

/** .NET reads `OpenAI:ApiKey` from the variable `OpenAI__ApiKey`, which wins over the file. */
const dotnet: Move = {
  // A variable of an item would take the place of the one that stands there now.
  choose: (path) => (path.some((step) => typeof step === 'number') ? inList : undefined),
  form: 'removed, read as Section__Name',
  whole: true,
  ownName: true,
  changes: ({ value }) => [{ kind: 'remove', path: value.path }],
  note: fromEnvironment('.NET'),
};

/** Settings of package managers and frameworks. */
export const programs: readonly Surface[] = [
  {
    id: 'npmrc',
    tool: 'npm',
    file: '.npmrc',
    files: /(?:^|\/)\.npmrc$/,
    format: 'ini',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        names: /(?:_authToken|_auth|_password)$/,
        variable: (name) =>
          /_authToken$/.test(name) ? 'NPM_TOKEN' : /_password$/.test(name) ? 'NPM_PASSWORD' : 'NPM_AUTH',
        move: reference((name) => `\${${name}}`, fromEnvironment('npm')),
      },
    ],
    source: { url: 'https://docs.npmjs.com/cli/configuring-npm/npmrc', read: '2026-11-29' },
  },
  {
    id: 'yarnrc',
    tool: 'Yarn',
    file: '.yarnrc.yml',
    files: /(?:^|\/)\.yarnrc\.ya?ml$/,
    format: 'yaml',
    // `${X}` would stop every command of who has no such variable.
    secrets: [
      {
        at: ['npmAuthToken', 'npmAuthIdent'].flatMap((name) => [
          `/${name}`,
          `/npmScopes/*/${name}`,
          `/npmRegistries/*/${name}`,
        ]),
        named: 'setting',
        variable: () => 'NPM_TOKEN',
        move: reference((name) => `\${${name}-}`, fromEnvironment('Yarn')),
      },
    ],
    source: { url: 'https://yarnpkg.com/configuration/yarnrc', read: '2026-11-29' },
  },
  {
    id: 'bunfig',
    tool: 'Bun',
    file: 'bunfig.toml',
    files: /(?:^|\/)\.?bunfig\.toml$/,
    format: 'toml',
    secrets: [
      {
        at: ['token', 'password'].flatMap((name) => [
          `/install/registry/${name}`,
          `/install/scopes/*/${name}`,
        ]),
        named: 'setting',
        variable: () => 'NPM_TOKEN',
        move: wholeReference((name) => `$${name}`),
      },
    ],
    source: { url: 'https://bun.sh/guides/install/custom-registry', read: '2026-11-29' },
  },
  {
    id: 'serverless-config',
    tool: 'Serverless',
    file: 'serverless.yml',
    files: /(?:^|\/)serverless(?:[.-][\w-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: ['/provider/environment/*', '/functions/*/environment/*'],
        named: 'entry',
        move: reference(
          (name) => `\${env:${name}}`,
          () => t('Serverless 4 reads .env by itself; version 3 needs useDotenv: true.'),
        ),
      },
      {
        at: ['/custom/**', '/params/**', '/provider/**', '/functions/**'],
        named: 'setting',
        move: reference(
          (name) => `\${env:${name}}`,
          () => t('Serverless 4 reads .env by itself; version 3 needs useDotenv: true.'),
        ),
      },
    ],
    source: {
      url: 'https://www.serverless.com/framework/docs/guides/variables/env-vars',
      read: '2026-11-29',
    },
  },
  {
    id: 'dotnet-appsettings',
    tool: '.NET',
    file: 'appsettings*.json',
    files: /(?:^|\/)appsettings(?:\.[\w-]+)?\.json$/,
    format: 'jsonc',
    secrets: [{ at: ['/**'], named: 'path', move: dotnet }],
    source: {
      url: 'https://learn.microsoft.com/aspnet/core/fundamentals/configuration/',
      read: '2026-11-29',
    },
  },
  {
    id: 'spring-yaml',
    tool: 'Spring',
    file: 'application.yml',
    files: /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/**'], named: 'setting', move: reference((name) => `\${${name}}`, fromEnvironment('Spring')) },
    ],
    source: {
      url: 'https://docs.spring.io/spring-boot/reference/features/external-config.html',
      read: '2026-11-29',
    },
  },
  {
    id: 'spring-properties',
    tool: 'Spring',
    file: 'application.properties',
    files: /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.properties$/,
    format: 'ini',
    secrets: [
      { at: ['/**'], named: 'setting', move: reference((name) => `\${${name}}`, fromEnvironment('Spring')) },
    ],
    source: {
      url: 'https://docs.spring.io/spring-boot/reference/features/external-config.html',
      read: '2026-11-29',
    },
  },
  {
    id: 'pypirc',
    tool: 'twine',
    file: '.pypirc',
    files: /(?:^|\/)\.pypirc$/,
    format: 'ini',
    secrets: [
      {
        at: ['/*/password'],
        named: 'setting',
        variable: () => 'TWINE_PASSWORD',
        move: removed(fromEnvironment('twine')),
      },
    ],
    source: { url: 'https://github.com/pypa/twine/blob/main/twine/utils.py', read: '2026-11-29' },
  },
  {
    id: 'gradle-properties',
    tool: 'Gradle',
    file: 'gradle.properties',
    files: /(?:^|\/)gradle\.properties$/,
    format: 'ini',
    secrets: [
      {
        at: ['/*'],
        named: 'setting',
        variable: (name) => `ORG_GRADLE_PROJECT_${name}`,
        move: removed(fromEnvironment('Gradle')),
      },
    ],
    source: { url: 'https://docs.gradle.org/current/userguide/build_environment.html', read: '2026-11-29' },
  },
];
