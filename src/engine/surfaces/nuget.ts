import { dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import { fromEnvironment, reference, stays } from './moves';
import type { Move, Surface } from './surface';

const encrypted = stays(() =>
  t(
    'NuGet takes this value for an encrypted one. Delete it, and write ClearTextPassword with %NAME% in its place.',
  ),
);

const apiKey = stays(() =>
  t(
    'NuGet reads encrypted API keys there, and no variables. Delete the entry, and give the key to each push: dotnet nuget push --api-key',
  ),
);

const proxy = stays(() =>
  t(
    'NuGet takes this value for an encrypted one. Delete it, and give NuGet the proxy by the variable http_proxy.',
  ),
);

/** `%X%`, on every system; where the variable is missing it stays as it is written. */
const variable: Move = reference((name) => `%${name}%`, fromEnvironment('NuGet'));

const credential: Move = {
  ...variable,
  choose: (path, data) =>
    /^password$/i.test(String(dataAt(data, [...path.slice(0, -1), '@key']))) ? encrypted : undefined,
};

export const nuget: readonly Surface[] = [
  {
    id: 'nuget-config',
    tool: 'NuGet',
    file: 'nuget.config',
    files: /(?:^|\/)nuget\.config$/i,
    format: 'xml',
    secrets: [
      {
        at: ['/configuration/packageSourceCredentials/*/add*/@value'],
        named: 'sibling',
        names: /^cleartextpassword$/i,
        variable: () => 'NUGET_PASSWORD',
        move: credential,
      },
      { at: ['/configuration/apikeys/add*/@value', '/configuration/apiKeys/add*/@value'], move: apiKey },
      { at: ['/configuration/config/add[http_proxy.password]/@value'], move: proxy },
      { at: ['/configuration/*/add*/@value'], move: variable },
    ],
    source: {
      url: 'https://learn.microsoft.com/nuget/reference/nuget-config-file#using-environment-variables',
      read: '2026-11-29',
    },
  },
];
