import { t } from '../text/l10n';
import { baseName } from '../text/path';
import { shellWord } from '../text/shellWord';
import { stays } from './moves';
import { oneToStdin } from './storeCommand';
import type { Move, Site, Surface } from './surface';

const keyOf = ({ value }: Site): string => shellWord(String(value.path.at(-1)));

const stackOf = ({ path }: Site): string => /^Pulumi\.([\w-]+)\./.exec(baseName(path))?.[1] ?? 'NAME';

/** The entry goes; `pulumi config set --secret` writes an encrypted one. */
const encrypted: Move = {
  form: 'removed, then secure: …',
  whole: true,
  unquoted: true,
  changes: ({ value }) => [{ kind: 'remove', path: value.path }],
  note: (_, envPath, site) =>
    t(
      'Let Pulumi encrypt the value: {0}',
      oneToStdin(site.name, envPath, `pulumi config set --secret --stack ${stackOf(site)} ${keyOf(site)}`),
    ),
};

export const pulumi: readonly Surface[] = [
  {
    id: 'pulumi-stack',
    tool: 'Pulumi',
    file: 'Pulumi.<stack>.yaml',
    files: /(?:^|\/)Pulumi\.[\w-]+\.ya?ml$/,
    format: 'yaml',
    secrets: [
      { at: ['/config/*'], named: 'setting', move: encrypted },
      {
        at: ['/config/**'],
        named: 'setting',
        names: /^(?!secure$)/,
        move: stays(() =>
          t(
            'The value is inside of another. Set it with pulumi config set --secret --path, which encrypts it.',
          ),
        ),
      },
    ],
    source: { url: 'https://www.pulumi.com/docs/iac/cli/commands/pulumi_config_set/', read: '2026-11-29' },
  },
];
