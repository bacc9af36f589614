import { eolOf } from '../text/edit';
import { insert, lineEnd } from '../text/lines';
import { baseName, dirName } from '../text/path';
import type { Loading } from './loading';

/** A shell script reads the file itself, where it is there. */
export const shell: Loading = {
  languages: ['shellscript'],
  isLoaded: async ({ document }) =>
    /(?:^|[;\s])(?:\.|source)\s+\S*\.env\b|--env-file|\bdotenv\b/m.test(document.text),
  plan: async ({ document, envPath, before }) => {
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
    return { source: [insert(Math.min(at, before), lines)], others: [], notes: [] };
  },
};
