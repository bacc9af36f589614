import { dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import type { Move } from './surface';
import { workspaceEnv } from './workspaceEnv';

/** `envFile`, which servers take that the tool starts itself; `partly` for what holds more than the key, and for the others. */
export const serverEnvFile = (partly: Move): Move => ({
  form: 'envFile',
  ownName: true,
  partly,
  // Servers that are only called have no process that could read a file.
  choose: (path, data) =>
    dataAt(data, [...path.slice(0, -2), 'command']) === undefined ? partly : undefined,
  changes: ({ value, data, envPath, path }) => {
    const server = value.path.slice(0, -2);
    const wanted = workspaceEnv(path, envPath);
    const own = dataAt(data, [...server, 'envFile']);
    if (own !== undefined && own !== wanted)
      return { refused: t('The server reads another env file. Move the key there by hand.') };
    return [
      { kind: 'add', path: [...server, 'envFile'], data: wanted, after: 'args' },
      { kind: 'remove', path: value.path },
    ];
  },
});
