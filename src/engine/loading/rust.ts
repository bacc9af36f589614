import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import { type Loading, noteOnly } from './loading';

/** Rust: the dotenvy crate, called first in `main`. Read 2026-11-25: https://docs.rs/dotenvy */
export const rust: Loading = {
  languages: ['rust'],
  isLoaded: async ({ document }) => /\bdotenvy?(?:::|_)/.test(document.text),
  plan: async ({ document, envPath, project }) => {
    const crate = await project.nearest(['Cargo.toml']);
    const main = /\bfn main\(\)[^{;]*\{[ \t]*(\r?\n)?/.exec(document.text);
    if (!/^dotenvy\b/m.test(crate?.text ?? ''))
      return noteOnly(
        t(
          'Nothing loads {0}. Run: set -a; . ./{0}; set +a. Or cargo add dotenvy and call dotenvy::dotenv().ok() first in main.',
          envPath,
        ),
      );
    if (main === null) return { source: [], others: [], notes: [] };
    const eol = eolOf(document.text);
    return {
      how: t('call dotenvy::dotenv() in main'),
      source: [
        insert(
          main.index + main[0].length,
          `${main[1] === undefined ? eol : ''}    dotenvy::dotenv().ok();${eol}`,
        ),
      ],
      others: [],
      notes: [],
    };
  },
};
