import { t } from '../text/l10n';
import { baseName } from '../text/path';
import { braces, exported, fromEnvironment, removed, stays } from './moves';
import type { Surface } from './surface';

/** What watches programs, and its command lines. */
export const observability: readonly Surface[] = [
  {
    id: 'grafana-provisioning',
    tool: 'Grafana',
    file: 'provisioning/datasources/*.yaml, provisioning/alerting/*.yaml',
    files: /(?:^|\/)provisioning\/(?:datasources|alerting|notifiers|plugins|access-control)\/[\w.-]+\.ya?ml$/,
    format: 'yaml',
    dollar: true,
    secrets: [{ at: ['/**'], named: 'setting', move: exported('Grafana', braces) }],
    source: {
      url: 'https://github.com/grafana/grafana/blob/main/docs/sources/administration/provisioning/index.md',
      read: '2026-11-29',
    },
  },
  {
    id: 'prometheus-config',
    tool: 'Prometheus',
    file: 'prometheus.yml',
    files: /(?:^|\/)(?:prometheus|alertmanager)[\w.-]*\.ya?ml$/,
    isOne: (text) => /^(?:scrape_configs|remote_write|receivers|route):/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        move: stays(() =>
          t(
            'Prometheus reads no variables. Write the value into a file that git ignores, and name it in the setting of the same name with _file, such as credentials_file.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
      read: '2026-11-29',
    },
  },
  {
    id: 'vector-config',
    tool: 'Vector',
    file: 'vector.yaml, vector.toml',
    files: /(?:^|\/)vector\.ya?ml$/,
    isOne: (text) => /^(?:sources|sinks):/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        move: stays(() =>
          t('Vector reads no variables unless it is told to. Let it read the value from a secrets backend.'),
        ),
      },
    ],
    source: {
      url: 'https://vector.dev/docs/reference/environment_variables/',
      read: '2026-11-29',
    },
  },
  {
    id: 'sentry-cli',
    tool: 'Sentry CLI',
    file: '.sentryclirc',
    files: /(?:^|\/)\.sentryclirc$/,
    format: 'ini',
    secrets: [
      {
        at: ['/auth/token'],
        named: 'setting',
        variable: () => 'SENTRY_AUTH_TOKEN',
        move: removed((names, envPath) =>
          baseName(envPath) === '.env'
            ? t('sentry-cli reads SENTRY_AUTH_TOKEN from .env by itself, and from the environment.')
            : fromEnvironment('sentry-cli')(names, envPath),
        ),
      },
    ],
    source: { url: 'https://docs.sentry.io/cli/configuration/', read: '2026-11-29' },
  },
  {
    id: 'home-assistant',
    tool: 'Home Assistant',
    file: 'configuration.yaml',
    files: /(?:^|\/)configuration\.ya?ml$/,
    isOne: (text) => /^(?:homeassistant|default_config|frontend|automation):/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/**'],
        named: 'setting',
        move: stays(() =>
          t(
            'Home Assistant keeps secrets in secrets.yaml. Write the value there under a name, write !secret NAME here, and let git ignore secrets.yaml.',
          ),
        ),
      },
    ],
    source: { url: 'https://www.home-assistant.io/docs/configuration/secrets/', read: '2026-11-29' },
  },
];
