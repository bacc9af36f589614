import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert, insertLine, lineStart } from '../text/lines';
import { baseName, dirName, join } from '../text/path';
import type { Span } from '../text/span';
import { type Loading, noteOnly, type Reading } from './loading';

/** Go: godotenv's autoload, which runs before any variable of a package is set. Read 2026-11-25: https://github.com/joho/godotenv */
export const go: Loading = {
  languages: ['go'],
  isLoaded: async (reading) => {
    if (loads.test(reading.document.text)) return true;
    // What another package sets at its start comes before it.
    return !isEarly(reading) && loads.test((await mainFile(reading))?.text ?? '');
  },
  plan: async (reading) => {
    const { document, envPath, project } = reading;
    const manifest = await project.nearest(['go.mod']);
    if (manifest === undefined || !/joho\/godotenv/.test(manifest.text))
      return noteOnly(
        t(
          'Nothing loads {0}. Run the program with: set -a; . ./{0}; set +a. Or go get github.com/joho/godotenv and import its autoload package.',
          envPath,
        ),
      );
    if (main.test(document.text) || isEarly(reading))
      return { how: how(), source: autoload(document.text, await reading.imports()), others: [], notes: [] };
    const entry = await mainFile(reading);
    if (entry === undefined)
      return noteOnly(
        t(
          'Nothing loads {0}. Import github.com/joho/godotenv/autoload in the file that has func main.',
          envPath,
        ),
      );
    return {
      how: t('{0} in {1}', how(), baseName(entry.path)),
      source: [],
      others: [
        {
          kind: 'change',
          path: entry.path,
          label: t('load {0}', baseName(envPath)),
          before: entry.text,
          edits: autoload(entry.text, importsIn(entry.text)),
        },
      ],
      notes: [],
    };
  },
};

const how = (): string => t('import godotenv/autoload');

const loads = /joho\/godotenv|\bviper\.|caarlos0\/env|spf13\/viper/;
const main = /^func main\(\)/m;

/** A variable of a package that is not the program's own: it is set before the program's imports are done. */
const isEarly = ({ document: { text }, before }: Reading): boolean =>
  text.lastIndexOf('\nfunc ', before) <= text.lastIndexOf('\n}', before) && !/^package main\b/m.test(text);

/** The file that a program of the module begins with, in the usual places. */
async function mainFile({
  document,
  project,
  workspace,
}: Reading): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const manifest = await project.nearest(['go.mod']);
  const root = dirName(manifest?.path ?? '');
  const name = baseName(/^module\s+(\S+)/m.exec(manifest?.text ?? '')?.[1] ?? '');
  const folders = new Set([dirName(document.path), root]);
  for (const sub of [`cmd/${name}`, 'cmd', 'cmd/server', 'cmd/api', 'cmd/app', 'cmd/main'])
    folders.add(join(root, sub));
  for (const folder of folders) {
    const path = join(folder, 'main.go');
    const read = path === document.path ? undefined : await workspace.read(path);
    if (read?.kind === 'text' && !read.readOnly && main.test(read.text)) return { path, text: read.text };
  }
  return undefined;
}

/** The import declarations of a file whose tree is not at hand. */
const importsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(/^import\s*(?:\([^)]*\)|[^\n(]*"[^"\n]*")/gm), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));

const imported = '_ "github.com/joho/godotenv/autoload"';

/** The import, among those of third parties, or in a group of its own behind the standard library's. */
function autoload(text: string, imports: readonly Span[]): readonly TextEdit[] {
  const eol = eolOf(text);
  const isList = ({ start, end }: Span): boolean => /^import\s*\(/.test(text.slice(start, end));
  const list = imports.find(isList);
  const last = imports.at(-1);
  if (list !== undefined) return [inList(text, list)];
  if (last === undefined) {
    const clause = /^package \w+/m.exec(text);
    return [
      insertLine(text, (clause?.index ?? 0) + (clause?.[0].length ?? 0), `${eol}import ${imported}`, eol),
    ];
  }
  if (imports.length > 1 || /"C"$/.test(text.slice(last.start, last.end)))
    return [insertLine(text, last.end, `import ${imported}`, eol)];
  const path = last.start + 'import '.length;
  const isStandard = !/"[^"/]*\./.test(text.slice(path, last.end));
  return [
    insert(path, `(${eol}\t`),
    insertLine(text, last.end, `${isStandard ? eol : ''}\t${imported}${eol})`, eol),
  ];
}

function inList(text: string, { start, end }: Span): TextEdit {
  const eol = eolOf(text);
  const lines = [...text.slice(start, end).matchAll(/^[ \t]*(?:[\w.]+[ \t]+)?"([^"/]*\.[^"]*)".*$/gm)];
  const following = lines.find(([, path = '']) => path > 'github.com/joho/godotenv/autoload');
  if (following !== undefined) return insert(start + following.index, `\t${imported}${eol}`);
  const last = lines.at(-1);
  if (last !== undefined)
    return insertLine(text, start + last.index + last[0].trimEnd().length, `\t${imported}`, eol);
  const close = lineStart(text, end - 1);
  const isAlone = text.slice(close, end - 1).trim() === '' && close > start;
  return isAlone
    ? insert(close, `${eol}\t${imported}${eol}`)
    : insert(end - 1, `${eol}${eol}\t${imported}${eol}`);
}
