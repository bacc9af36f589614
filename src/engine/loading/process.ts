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
  isLoaded: async ({ document }) => /\bdotenv\b|\bDotenv\b|\bDotNetEnv\b/i.test(document.text),
  plan: async ({ envPath }) =>
    noteOnly(
      `Nothing loads ${envPath} for this program. Start it with the variables set: set -a; . ./${envPath}; set +a`,
    ),
};
