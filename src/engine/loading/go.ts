import { eolOf } from '../text/edit';
import { insert } from '../text/lines';
import { type Loading, noteOnly } from './loading';

/** Go: godotenv's autoload, which runs before any variable of a package is set. Read 2026-11-25: https://github.com/joho/godotenv */
export const go: Loading = {
  languages: ['go'],
  isLoaded: async ({ document }) => /joho\/godotenv|\bviper\.|caarlos0\/env|spf13\/viper/.test(document.text),
  plan: async ({ document, envPath, project, imports }) => {
    const manifest = await project.nearest(['go.mod']);
    const list = imports.find(({ start, end }) => /^import\s*\(/.test(document.text.slice(start, end)));
    if (manifest === undefined || !/joho\/godotenv/.test(manifest.text))
      return noteOnly(
        `Nothing loads ${envPath}. Run the program with: set -a; . ./${envPath}; set +a. Or go get github.com/joho/godotenv and import its autoload package.`,
      );
    if (!/^package main\b/m.test(document.text)) return { source: [], others: [], notes: [] };
    const eol = eolOf(document.text);
    const autoload = '_ "github.com/joho/godotenv/autoload"';
    if (list === undefined) {
      const clause = /^package main[^\n]*\n/m.exec(document.text);
      const at = clause === null ? 0 : clause.index + clause[0].length;
      return { how, source: [insert(at, `${eol}import ${autoload}${eol}`)], others: [], notes: [] };
    }
    const end = list.end - 1;
    return { how, source: [insert(end, `${eol}\t${autoload}${eol}`)], others: [], notes: [] };
  },
};

const how = 'import godotenv/autoload';
