import { t } from '../text/l10n';
import { type Loading, noteOnly } from './loading';

/** PHP: Laravel and Symfony read the file; elsewhere phpdotenv does. */
export const php: Loading = {
  languages: ['php'],
  isLoaded: async ({ document, project }) =>
    /\bDotenv\b|\bparse_ini_file\(/.test(document.text) ||
    /"(?:laravel\/framework|symfony\/(?:dotenv|framework-bundle|runtime)|vlucas\/phpdotenv)"/.test(
      (await project.nearest(['composer.json']))?.text ?? '',
    ),
  plan: async ({ envPath }) =>
    noteOnly(
      t(
        'Nothing loads {0}. Add vlucas/phpdotenv, or give the variables to the web server or the shell: set -a; . ./{0}; set +a',
        envPath,
      ),
    ),
};
