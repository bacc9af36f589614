import { t } from '../text/l10n';
import { fromEnvironment, removed, stays } from './moves';
import type { Surface } from './surface';

const inEnvironment = removed(fromEnvironment('Cargo'));

export const cargo: readonly Surface[] = [
  {
    id: 'cargo-config',
    tool: 'Cargo',
    file: '.cargo/config.toml, .cargo/credentials.toml',
    files: /(?:^|\/)\.cargo\/(?:config|credentials)(?:\.toml)?$/,
    format: 'toml',
    secrets: [
      {
        at: ['/registry/token'],
        named: 'owner',
        variable: () => 'CARGO_REGISTRY_TOKEN',
        move: inEnvironment,
      },
      {
        at: ['/registries/*/token'],
        named: 'owner',
        variable: (name) => `CARGO_REGISTRIES_${name.toUpperCase().replaceAll('-', '_')}_TOKEN`,
        move: inEnvironment,
      },
      { at: ['/env/*'], named: 'entry', move: inEnvironment },
      {
        at: ['/env/*/value'],
        named: 'owner',
        move: stays(() =>
          t('Cargo wants a value there. Take out the whole variable, and give it to Cargo from outside.'),
        ),
      },
    ],
    source: {
      url: 'https://doc.rust-lang.org/cargo/reference/registry-authentication.html',
      read: '2026-11-29',
    },
  },
];
