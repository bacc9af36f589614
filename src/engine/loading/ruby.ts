import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import { type Loading, noteOnly } from './loading';

/** Ruby: the dotenv gem; in Rails it loads the file by itself. Read 2026-11-25: https://github.com/bkeepers/dotenv */
export const ruby: Loading = {
  languages: ['ruby'],
  isLoaded: async ({ document, project }) =>
    /["']dotenv(?:\/load)?["']|\bDotenv\b/.test(document.text) ||
    /["']dotenv-rails["']/.test((await project.nearest(['Gemfile']))?.text ?? ''),
  runs: async ({ project }) => !/^\s*gemspec\b/m.test((await project.nearest(['Gemfile']))?.text ?? ''),
  plan: async ({ document, envPath, project }) => {
    const gems = await project.nearest(['Gemfile']);
    if (!/["']dotenv["']/.test(gems?.text ?? ''))
      return noteOnly(
        t(
          'Nothing loads {0}. Add the dotenv gem and require "dotenv/load", or run: set -a; . ./{0}; set +a',
          envPath,
        ),
      );
    const head = /^(?:#[^\n]*\n)*/.exec(document.text)?.[0].length ?? 0;
    return {
      how: t('require dotenv/load'),
      source: [insert(head, `require "dotenv/load"${eolOf(document.text)}`)],
      others: [],
      notes: [],
    };
  },
};
