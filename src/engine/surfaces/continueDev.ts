import { t } from '../text/l10n';
import { reference, stays } from './moves';
import type { Surface } from './surface';

/** `${{ secrets.X }}`, from `.env` of the workspace or of `.continue`. */
const continueSecret = reference((name) => `\${{ secrets.${name} }}`);

export const continueDev: readonly Surface[] = [
  {
    id: 'continue-config',
    tool: 'Continue',
    file: '.continue/config.yaml, mcpServers/*.yaml',
    files: /(?:^|\/)\.continue\/(?:config|(?:mcpServers|models)\/[^/]+)\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/models/*/apiKey', '/mcpServers/*/apiKey'], named: 'setting', move: continueSecret },
      { at: ['/models/*/env/*', '/mcpServers/*/env/*'], named: 'entry', move: continueSecret },
      { at: ['/**/requestOptions/headers/*'], named: 'header', move: continueSecret },
      { at: ['/mcpServers/*/args/*', '/mcpServers/*/url'], move: continueSecret },
    ],
    source: {
      url: 'https://github.com/continuedev/continue/tree/main/packages/config-yaml',
      read: '2026-11-29',
    },
  },
  {
    id: 'continue-json',
    tool: 'Continue',
    file: '.continue/config.json',
    files: /(?:^|\/)\.continue\/(?:config|mcpServers\/[^/]+)\.json$/,
    format: 'jsonc',
    secrets: [
      {
        at: ['/models/*/apiKey', '/**/env/*'],
        named: 'setting',
        move: stays(() =>
          t('Continue reads no variable in this file. Move the configuration to config.yaml first.'),
        ),
      },
    ],
    source: { url: 'https://docs.continue.dev/reference', read: '2026-11-29' },
  },
];
