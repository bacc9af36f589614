import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { insert, lineEnd } from '../text/lines';
import { baseName, dirName } from '../text/path';
import { type Loading, noteOnly, textOf } from './loading';

/** A shell script reads the file itself, where it is there. */
export const shell: Loading = {
  languages: ['shellscript'],
  isLoaded: async ({ document }) =>
    /(?:^|[;\s])(?:\.|source)[ \t]+[^\n;&|]*\.env\b|--env-file|\bdotenv\b/m.test(document.text),
  runs: async ({ document }) => document.text.startsWith('#!'),
  plan: async ({ document, envPath, before, workspace }) => {
    const env = await textOf(workspace, envPath);
    if (env !== undefined && !isForShells(env))
      return noteOnly(
        t(
          'Nothing loads {0}, and a shell would read other values from it than are meant. Put values with blanks or special characters into single quotes, then read the file in the script.',
          envPath,
        ),
      );
    const { text, path } = document;
    const eol = eolOf(text);
    const depth = dirName(path)
      .slice(dirName(envPath).length)
      .split('/')
      .filter((part) => part !== '').length;
    const up = '../'.repeat(depth);
    const file = `"$(dirname "$0")/${up}${baseName(envPath)}"`;
    const lines = `if [ -f ${file} ]; then${eol}  set -a; . ${file}; set +a${eol}fi${eol}`;
    let at = 0;
    // Behind the shebang, the comments and the options that the script begins with.
    while (at < before && /^(?:#|[ \t]*(?:\r?\n)|set -)/.test(text.slice(at))) at = lineEnd(text, at);
    return {
      how: t('read it in the script'),
      source: [insert(Math.min(at, before), lines)],
      others: [],
      notes: [],
    };
  },
};

/** Whether a shell reads an env file as other readers do: it runs what is not quoted, and takes the `\r` of a line along. */
const isForShells = (text: string): boolean =>
  text
    .split('\n')
    .every(
      (line) =>
        /^\s*(?:#.*|(?:export\s+)?\w+=(?:[^\s"'`$\\;&|<>()*?#~]*|'[^']*'|"[^"`$\\]*")\s*?(?:[ \t]#[^\r]*)?[ \t]*)?$/.test(
          line,
        ) && !line.endsWith('\r'),
    );
