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
      `Nothing loads ${envPath} for this program. ${byItself[language]?.how(envPath) ?? inShell(envPath)}`,
    ),
};

const inShell = (envPath: string): string =>
  `Start it with the variables set: set -a; . ./${envPath}; set +a`;

/** Languages whose programs read the file themselves, or whose own shell has to: what tells that one does, and how it is done. */
const byItself: Readonly<
  Record<string, { readonly reads: RegExp; readonly how: (envPath: string) => string }>
> = {
  r: {
    reads: /\breadRenviron\b/,
    how: (envPath) => `Let it begin with readRenviron("${envPath}").`,
  },
  powershell: {
    reads: /^(?!\s*#).*[\s"'/\\]\.env\b/m,
    how: (envPath) =>
      `Set the variables before it starts: Get-Content ${envPath} | Where-Object { $_ -match '^\\w+=' } | ForEach-Object { $name, $value = $_ -split '=', 2; Set-Item "env:$name" $value.Trim('"''') }`,
  },
  fish: {
    reads: /^(?!\s*#).*[\s"'/]\.env\b/m,
    how: (envPath) =>
      `Set the variables before it starts: for line in (string match -r '^\\w+=.*' < ${envPath}); set -gx (string split -m 1 = -- $line | string trim -c "\\"'"); end`,
  },
};
