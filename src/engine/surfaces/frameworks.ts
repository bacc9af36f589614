import { t } from '../text/l10n';
import { exported, fromEnvironment, removed, wholeReference } from './moves';
import type { Move, Surface } from './surface';

/** What can stand in YAML as it is, after Ruby has written it there. */
const plain = /^(?=.*[A-Za-z])(?!0x|0o|\d+e)[\w/][\w.+/=~!-]*$/i;

/** ERB is run before YAML is read: its quotes are not those of the value around it. */
const erb: Move = {
  ...exported('Rails', (name) => `<%= ENV["${name}"] %>`),
  changes: ({ value, key, name, text }) => {
    if (!plain.test(text.slice(key.start, key.end)))
      return { refused: t('The value has characters that YAML would read otherwise. Move the key by hand.') };
    const quote = text[value.span.start] === '"' ? "'" : '"';
    return [{ kind: 'write', value, part: key, text: `<%= ENV[${quote}${name}${quote}] %>` }];
  },
};

export const frameworks: readonly Surface[] = [
  {
    id: 'rails-config',
    tool: 'Rails',
    file: 'config/database.yml, config/secrets.yml, config/storage.yml, config/cable.yml',
    files: /(?:^|\/)config\/(?:database|secrets|storage|cable|cache|queue)\.yml$/,
    format: 'yaml',
    secrets: [{ at: ['/**'], named: 'setting', move: erb }],
    source: {
      url: 'https://github.com/rails/rails/blob/main/activesupport/lib/active_support/configuration_file.rb',
      read: '2026-11-29',
    },
  },
  {
    id: 'symfony-config',
    tool: 'Symfony',
    file: 'config/packages/*.yaml, config/services.yaml',
    files: /(?:^|\/)config\/(?:packages\/(?:[\w-]+\/)?[\w.-]+|services(?:_[\w-]+)?)\.ya?ml$/,
    format: 'yaml',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        move: exported('Symfony', (name) => `%env(${name})%`),
      },
    ],
    source: {
      url: 'https://symfony.com/doc/current/configuration/env_var_processors.html',
      read: '2026-11-29',
    },
  },
  {
    id: 'dbt-profiles',
    tool: 'dbt',
    file: 'profiles.yml',
    files: /(?:^|\/)profiles\.ya?ml$/,
    isOne: (text) => /^[ \t]+outputs:/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/*/outputs/*/**'],
        named: 'setting',
        move: exported('dbt', (name) => `{{ env_var('${name}') }}`),
      },
    ],
    source: {
      url: 'https://docs.getdbt.com/reference/dbt-jinja-functions/env_var',
      read: '2026-11-29',
    },
  },
  {
    id: 'supabase-config',
    tool: 'Supabase',
    file: 'supabase/config.toml',
    files: /(?:^|\/)supabase\/config\.toml$/,
    format: 'toml',
    secrets: [{ at: ['/**'], named: 'setting', move: wholeReference((name) => `env(${name})`) }],
    source: {
      url: 'https://supabase.com/docs/guides/local-development/managing-config',
      read: '2026-11-29',
    },
  },
  {
    id: 'azure-functions-settings',
    tool: 'Azure Functions',
    file: 'local.settings.json',
    files: /(?:^|\/)local\.settings\.json$/,
    format: 'jsonc',
    secrets: [{ at: ['/Values/*'], named: 'entry', move: removed(fromEnvironment('func')) }],
    source: {
      url: 'https://github.com/Azure/azure-functions-core-tools/blob/main/src/Azure.Functions.Cli/Actions/HostActions/StartHostAction.cs',
      read: '2026-11-29',
    },
  },
];
