import { t } from '../text/l10n';
import { removed, stays } from './moves';
import { linesToStdin, oneToStdin } from './storeCommand';
import type { Move, Surface } from './surface';

/** The entry goes; the platform gives the program the variable from its own store. */
const inStore = (note: NonNullable<Move['note']>): Move => ({ ...removed(note), unquoted: true });

const eachBy =
  (platform: string, command: (name: string, envPath: string) => string): NonNullable<Move['note']> =>
  (names, envPath) =>
    t(
      'Give {0} to {1}: {2}',
      names.join(', '),
      platform,
      names.map((name) => command(name, envPath)).join('; '),
    );

const heroku: NonNullable<Move['note']> = (names) =>
  t(
    'Give {0} to Heroku: heroku config:edit opens the variables of the app. Its value is in the env file.',
    names.join(', '),
  );

/** Wrangler reads the same of its file, whatever that is written in. */
const wrangler: Pick<Surface, 'envFiles' | 'secrets' | 'source'> = {
  envFiles: ['.dev.vars', '.env'],
  secrets: [
    {
      at: ['/vars/*', '/env/*/vars/*'],
      named: 'entry',
      move: inStore(
        eachBy('Cloudflare', (name, envPath) => oneToStdin(name, envPath, `wrangler secret put ${name}`)),
      ),
    },
  ],
  source: {
    url: 'https://developers.cloudflare.com/workers/local-development/environment-variables/',
    read: '2026-11-29',
  },
};

/** Platforms that build and run what is pushed: their files have no references, and are read by everybody. */
export const platforms: readonly Surface[] = [
  {
    id: 'vercel-config',
    tool: 'Vercel',
    file: 'vercel.json',
    files: /(?:^|\/)(?:vercel|now)\.json$/,
    format: 'jsonc',
    secrets: [
      {
        at: ['/env/*', '/build/env/*'],
        named: 'entry',
        move: inStore(
          eachBy('Vercel', (name, envPath) => oneToStdin(name, envPath, `vercel env add ${name} production`)),
        ),
      },
    ],
    source: { url: 'https://vercel.com/docs/environment-variables', read: '2026-11-29' },
  },
  {
    id: 'netlify-config',
    tool: 'Netlify',
    file: 'netlify.toml',
    files: /(?:^|\/)netlify\.toml$/,
    format: 'toml',
    secrets: [
      {
        at: ['/build/environment/*', '/context/*/environment/*'],
        named: 'entry',
        move: inStore((names, envPath) =>
          t(
            'Give {0} to Netlify: netlify env:import {1} > /dev/null takes every variable of the file; then {2}',
            names.join(', '),
            envPath,
            names.map((name) => `netlify env:set ${name} --secret`).join('; '),
          ),
        ),
      },
    ],
    source: {
      url: 'https://docs.netlify.com/build/configure-builds/file-based-configuration/',
      read: '2026-11-29',
    },
  },
  {
    id: 'fly-config',
    tool: 'Fly.io',
    file: 'fly.toml',
    files: /(?:^|\/)fly(?:\.[\w-]+)?\.toml$/,
    format: 'toml',
    secrets: [
      {
        at: ['/env/*'],
        named: 'entry',
        move: inStore((names, envPath) =>
          t('Give {0} to Fly.io: {1}', names.join(', '), linesToStdin(names, envPath, 'fly secrets import')),
        ),
      },
    ],
    source: {
      url: 'https://github.com/superfly/flyctl/blob/master/internal/command/secrets/import.go',
      read: '2026-11-29',
    },
  },
  {
    id: 'wrangler-config',
    tool: 'Wrangler',
    file: 'wrangler.toml',
    files: /(?:^|\/)wrangler\.toml$/,
    format: 'toml',
    ...wrangler,
  },
  {
    id: 'wrangler-json',
    tool: 'Wrangler',
    file: 'wrangler.jsonc',
    files: /(?:^|\/)wrangler\.jsonc?$/,
    format: 'jsonc',
    ...wrangler,
  },
  {
    id: 'heroku-app',
    tool: 'Heroku',
    file: 'app.json',
    files: /(?:^|\/)app\.json$/,
    isOne: (text) =>
      /"(?:buildpacks|addons|formation|stack|environments)"/.test(text) && !text.includes('"expo"'),
    format: 'jsonc',
    secrets: [
      {
        at: ['/env/*', '/environments/*/env/*'],
        named: 'entry',
        move: {
          ...inStore(heroku),
          form: '{ "required": true }',
          changes: ({ value }) => [{ kind: 'put', path: value.path, data: { required: true } }],
        },
      },
      {
        at: ['/env/*/value', '/environments/*/env/*/value'],
        named: 'owner',
        move: inStore(heroku),
      },
    ],
    source: { url: 'https://devcenter.heroku.com/articles/app-json-schema', read: '2026-11-29' },
  },
  {
    id: 'render-blueprint',
    tool: 'Render',
    file: 'render.yaml',
    files: /(?:^|\/)render\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: ['/**/services/*/envVars/*/value'],
        named: 'sibling',
        move: {
          ...inStore((names) =>
            t('Give {0} to Render in its dashboard. Its value is in the env file.', names.join(', ')),
          ),
          form: 'sync: false',
          changes: ({ value }) => [
            { kind: 'add', path: [...value.path.slice(0, -1), 'sync'], data: false, after: 'value' },
            { kind: 'remove', path: value.path },
          ],
        },
      },
      {
        at: ['/**/envVarGroups/*/envVars/*/value'],
        named: 'sibling',
        move: stays(() =>
          t(
            'Render asks for no value in an environment group. Put the variable among the envVars of each service that reads it, with sync: false.',
          ),
        ),
      },
    ],
    source: { url: 'https://render.com/docs/blueprint-spec', read: '2026-11-29' },
  },
  {
    id: 'eas-build',
    tool: 'EAS',
    file: 'eas.json',
    files: /(?:^|\/)eas\.json$/,
    format: 'jsonc',
    secrets: [
      {
        at: ['/build/*/env/*'],
        named: 'entry',
        move: inStore(
          eachBy(
            'EAS, which asks for the value',
            (name) => `eas env:set --name ${name} --visibility secret --environment production`,
          ),
        ),
      },
    ],
    source: { url: 'https://docs.expo.dev/eas/environment-variables/manage/', read: '2026-11-29' },
  },
  {
    id: 'expo-app',
    tool: 'Expo',
    file: 'app.json',
    files: /(?:^|\/)app\.json$/,
    isOne: (text) => text.includes('"expo"'),
    format: 'jsonc',
    secrets: [
      {
        at: ['/expo/extra/**', '/expo/**'],
        named: 'setting',
        move: stays(() =>
          t(
            'What is in app.json is a part of the app, and of every copy of it. Call the provider from a server.',
          ),
        ),
      },
    ],
    source: { url: 'https://docs.expo.dev/eas/environment-variables/manage/', read: '2026-11-29' },
  },
  {
    id: 'app-engine',
    tool: 'App Engine',
    file: 'app.yaml',
    files: /(?:^|\/)app(?:\.[\w-]+)?\.ya?ml$/,
    isOne: (text) => /^runtime:/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/env_variables/*', '/build_env_variables/*'],
        named: 'entry',
        move: stays(() =>
          t(
            'app.yaml has no references. Read the key from Secret Manager in the program, and delete it here.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://cloud.google.com/appengine/docs/standard/reference/app-yaml',
      read: '2026-11-29',
    },
  },
];
