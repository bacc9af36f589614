import { t } from '../text/l10n';
import { type Loading, noteOnly } from './loading';

/** Languages whose programs take the variables of the process that starts them. */
export const process: Loading = {
  languages: [
    'java',
    'csharp',
    'kotlin',
    'scala',
    'swift',
    'dart',
    'elixir',
    'r',
    'julia',
    'perl',
    'lua',
    'c',
    'cpp',
    'powershell',
    'fish',
  ],
  isLoaded: async ({ document: { text }, language }) =>
    /\bdotenvy?\b|\bDotNetEnv\b/i.test(text) || byItself[language]?.reads.test(text) === true,
  plan: async ({ envPath, language }) =>
    noteOnly(
      t(
        'Nothing loads {0} for this program. {1}',
        envPath,
        byItself[language]?.how(envPath) ?? inShell(envPath),
      ),
    ),
};

const inShell = (envPath: string): string =>
  t('Start it with the variables set: set -a; . ./{0}; set +a', envPath);

const beforeIt = (command: string): string => t('Set the variables before it starts: {0}', command);

/** Languages whose programs read the file themselves, or whose own shell has to: what tells that one does, and how it is done. */
const byItself: Readonly<
  Record<string, { readonly reads: RegExp; readonly how: (envPath: string) => string }>
> = {
  r: {
    reads: /\breadRenviron\b/,
    how: (envPath) => t('Let it begin with readRenviron("{0}").', envPath),
  },
  powershell: {
    reads: /^(?!\s*#).*[\s"'/\\]\.env\b/m,
    how: (envPath) =>
      beforeIt(
        `Get-Content ${envPath} | Where-Object { $_ -match '^\\w+=' } | ForEach-Object { $name, $value = $_ -split '=', 2; Set-Item "env:$name" $value.Trim('"''') }`,
      ),
  },
  fish: {
    reads: /^(?!\s*#).*[\s"'/]\.env\b/m,
    how: (envPath) =>
      beforeIt(
        `for line in (string match -r '^\\w+=.*' < ${envPath}); set -gx (string split -m 1 = -- $line | string trim -c "\\"'"); end`,
      ),
  },
};
