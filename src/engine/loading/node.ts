import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { FileEdit } from '../model/fix';
import { runtimeOf } from '../runtimes';
import { type ScriptProject, scriptProject } from '../runtimes/scriptProject';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert, insertLine, lineEnd } from '../text/lines';
import { baseName, dirName, extensionOf, join } from '../text/path';
import { insertAtHead, scriptHead } from '../text/scriptHead';
import type { Span } from '../text/span';
import { type Loading, type LoadPlan, noteOnly, type Reading, textOf } from './loading';

const inCode =
  /\bdotenv(?:x|-flow|-safe|-expand)?(?:\/config)?["'`]|\bloadEnvFile\b|@dotenvx\/|@std\/dotenv|\bConfigModule\.forRoot\b|\bloadEnvConfig\b/;
const inScripts = /--env-file|\bdotenvx?\s|-r dotenv|dotenv\/config|\benv-cmd\b|\binfisical\b|\bdoppler\b/;

/**
 * Node.js: an env file is read where a script says so with a flag (20.6), where the code asks for it (20.12), or where
 * a package does. Read 2026-11-25: https://nodejs.org/api/environment_variables.html
 */
export const node: Loading = {
  languages: ['javascript', 'typescript', 'jsx', 'tsx'],
  isLoaded: async (reading) => {
    const { document, workspace } = reading;
    const project = await projectOf(reading);
    const runtime = runtimeOf(project);
    if (runtime.side?.(project) === 'client') return true; // there is no environment to load into
    if (runtime.deployNote !== undefined) return false;
    if (runtime.envFiles.length > 0 || inCode.test(document.text.slice(0, reading.before))) return true;
    if ([...project.scripts.values()].some((script) => inScripts.test(script))) return true;
    if (project.dependencies.has('@nestjs/config')) return true;
    if (project.deno !== undefined && inScripts.test(project.deno.text)) return true;
    for (const entry of entries(project)) {
      const text = await textOf(workspace, entry);
      if (entry !== document.path && text !== undefined && loadsBefore(text, document.path)) return true;
    }
    return false;
  },
  runs: async (reading) => {
    const { path, text } = reading.document;
    if (/\bexports\.handler\b|\bexport (?:const|(?:async )?function) handler\b/.test(text)) return false;
    const project = await projectOf(reading);
    if (project.manifest === undefined) return true;
    if ([...project.scripts].some(([name, script]) => startNames.test(name) && runsCode.test(script)))
      return true;
    // What nobody starts and others may import is a library.
    return entries(project).includes(path) && !/^export\b|\bmodule\.exports\b|^exports\./m.test(text);
  },
  plan: async (reading) => {
    const project = await projectOf(reading);
    const { id, deployNote } = runtimeOf(project);
    if (deployNote !== undefined) return noteOnly(deployNote(reading.envPath));
    if (id === 'deno')
      return noteOnly(
        t('Deno reads {0} where it is told to: deno run --env-file --allow-env.', baseName(reading.envPath)),
      );
    if (project.dependencies.has('dotenv')) return withPackage(reading, project);
    const scripts = scriptEdits(reading, project);
    if (scripts !== undefined && !isOld(project))
      return { how: flag(), source: [], others: [scripts], notes: [] };
    return isOld(project) ? withPackage(reading, project) : inEntry(reading, project);
  },
};

/** Whether a file loads the env file before it imports another one: what a module imports runs before its own code. */
function loadsBefore(text: string, path: string): boolean {
  const loads = inCode.exec(text)?.index;
  if (loads === undefined) return false;
  const name = baseName(path).replace(/\.\w+$/, '');
  const imported = new RegExp(`(?:\\bfrom|\\brequire\\(|\\bimport)\\s*["'\`][^"'\`\\n]*\\b${name}\\b`).exec(
    text,
  );
  if (imported === null) return true;
  const isEarly = /^import\b/m.test(text)
    ? /\bimport\s*["']dotenv\/config["']/.exec(text)?.index
    : lastLoad(text);
  return isEarly !== undefined && isEarly < imported.index;
}

/** Where `require("dotenv").config()` or the like is called. */
const lastLoad = (text: string): number | undefined =>
  /\.config\(|\bloadEnvFile\(|dotenv\/config/.exec(text)?.index;

const projectOf = ({ document, project }: Reading): Promise<ScriptProject> =>
  scriptProject(document.path, document.text, project);

/** Where a program may begin: what the manifest names, and the usual names. */
function entries({ manifest, scripts }: ScriptProject): readonly string[] {
  if (manifest === undefined) return [];
  const dir = dirName(manifest.path);
  const named = [...scripts.values()].flatMap((script) => script.match(/[\w./-]+\.[cm]?[jt]s\b/g) ?? []);
  const main = /"main"\s*:\s*"([^"]+)"/.exec(manifest.text)?.[1];
  const usual = ['index', 'server', 'app', 'main'].flatMap((name) =>
    ['js', 'mjs', 'ts'].flatMap((extension) => [`${name}.${extension}`, `src/${name}.${extension}`]),
  );
  return [...new Set([...named, ...(main === undefined ? [] : [main]), ...usual])].map((path) =>
    join(dir, path.replace(/^\.\//, '')),
  );
}

/** The project is for a Node.js that cannot read an env file. */
function isOld({ manifest, dependencies }: ScriptProject): boolean {
  const engines = /"engines"\s*:\s*\{[^}]*"node"\s*:\s*"[^"\d]*(\d+)/.exec(manifest?.text ?? '')?.[1];
  const types = /\d+/.exec(dependencies.get('@types/node') ?? '')?.[0];
  return Number(engines ?? 99) < 20 || Number(types ?? 99) < 20;
}

const starts =
  /(^|&&\s*|;\s*)((?:cross-env\s+)?(?:[A-Z_][A-Z0-9_]*=\S+\s+)*)(node|tsx(?:\s+watch)?)(\s+)(?=[^\s-]|--(?!env-file|eval|print|test|check))/;

const flag = (): string => t('add --env-file-if-exists to the scripts');

/** Scripts that start the program, as others build or test it. */
const startNames = /^(?:start|dev|develop|serve|server|worker|debug)\b/;

/** What runs a program with its own options. */
const runsCode = /\b(?:node|tsx|nodemon|ts-node|ts-node-dev|nest start|pm2|babel-node|vite-node)\b/;

/** `node app.js` becomes `node --env-file-if-exists=.env app.js` in the scripts that start the program. */
function scriptEdits({ envPath }: Reading, { manifest, scripts }: ScriptProject): FileEdit | undefined {
  if (manifest === undefined || dirName(manifest.path) !== dirName(envPath)) return undefined;
  const tree = parseTree(manifest.text, [], { allowTrailingComma: true });
  if (tree === undefined) return undefined;
  const edits: TextEdit[] = [];
  for (const [name, script] of scripts) {
    const value = findNodeAtLocation(tree, ['scripts', name]);
    const found = starts.exec(script);
    if (/^(?:test|lint|build|format)\b/.test(name)) continue;
    // Where one of the programs starts in another way, the flag would leave it without: the code loads the file then.
    if (found === null && runsCode.test(script)) return undefined;
    if (value === undefined || found === null) continue;
    const raw = manifest.text.slice(value.offset, value.offset + value.length);
    const at = raw.indexOf(found[0]);
    if (at < 0) continue; // written with escapes
    const command = at + (found[1]?.length ?? 0) + (found[2]?.length ?? 0) + (found[3]?.length ?? 0);
    edits.push(insert(value.offset + command, ` --env-file-if-exists=${baseName(envPath)}`));
  }
  if (edits.length === 0) return undefined;
  return {
    kind: 'change',
    path: manifest.path,
    label: t('load {0}', baseName(envPath)),
    before: manifest.text,
    edits,
  };
}

/** By the `dotenv` package, which is added to the manifest where it is missing. */
function withPackage({ document }: Reading, project: ScriptProject): LoadPlan {
  const { text } = document;
  const eol = eolOf(text);
  const quote = (text.match(/'/g)?.length ?? 0) >= (text.match(/"/g)?.length ?? 0) ? "'" : '"';
  const isModule = usesImports(document.path, text, project);
  const line = isModule
    ? `import ${quote}dotenv/config${quote};`
    : `require(${quote}dotenv${quote}).config({ quiet: true });`;
  const source = [insert(scriptHead(text), `${line}${eol}`)];
  const how = t('call dotenv first');
  if (project.dependencies.has('dotenv') || project.manifest === undefined)
    return { how, source, others: [], notes: [] };
  const { path } = project.manifest;
  const edit = dependencyEdit(project.manifest.text, 'dotenv', '^16.6.1');
  if (edit === undefined)
    return { how, source, others: [], notes: [t('Add dotenv to the dependencies in package.json.')] };
  return {
    how,
    source,
    others: [{ kind: 'change', path, label: t('add dotenv'), before: project.manifest.text, edits: [edit] }],
    notes: [t('dotenv was added to {0}. Install it: {1}', path, 'npm install')],
    install: { command: 'npm install', folder: dirName(path) },
  };
}

/**
 * In the file that the program begins with, where there is one that uses `require`: what it requires runs after it. The
 * imports of an ES module run before its code: there the file that reads the variable loads it.
 */
async function inEntry(reading: Reading, project: ScriptProject): Promise<LoadPlan> {
  const { document, workspace } = reading;
  for (const path of usesImports(document.path, document.text, project) ? [] : entries(project)) {
    if (path === document.path) break;
    const read = await workspace.read(path);
    if (read.kind !== 'text' || read.readOnly || usesImports(path, read.text, project)) continue;
    const { source } = byItself({ ...reading, document: { path, text: read.text } }, project, []);
    const label = t('load {0}', baseName(reading.envPath));
    return {
      how: inCodeOf(baseName(path)),
      source: [],
      others: [{ kind: 'change', path, label, before: read.text, edits: source }],
      notes: [],
    };
  }
  return byItself(reading, project, await reading.imports());
}

const inCodeOf = (name: string): string => t('call process.loadEnvFile() in {0}', name);

/** By Node.js itself, in the code; nothing is thrown where there is no file. */
function byItself(
  { document, envPath, before }: Reading,
  project: ScriptProject,
  all: readonly Span[],
): LoadPlan {
  const { text, path } = document;
  const eol = eolOf(text);
  const isModule = usesImports(path, text, project);
  const imports = isModule ? all.findLast(({ end }) => end <= before)?.end : undefined;
  const lines = [
    'try {',
    `  process.loadEnvFile(${fileArgument(path, envPath, isModule && (project.isModule || /\.m[jt]s$/.test(path)))});`,
    '} catch {',
    `  // Without ${baseName(envPath)}, as in production, the environment has the values.`,
    '}',
  ].join(eol);
  const how = inCodeOf(baseName(path));
  if (imports !== undefined)
    return {
      how,
      source: [
        insertLine(text, imports, `${eol}${lines}${isBlank(text, lineEnd(text, imports)) ? '' : eol}`, eol),
      ],
      others: [],
      notes: [],
    };
  return { how, source: [insertAtHead(text, lines)], others: [], notes: [] };
}

const isBlank = (text: string, at: number): boolean => /^[ \t]*(?:\r?\n|$)/.test(text.slice(at));

/** The root's file is the one of the working directory; a package's own is told by where the code is. */
function fileArgument(path: string, envPath: string, isModule: boolean): string {
  const folder = dirName(envPath);
  if (folder === '') return '';
  const depth = dirName(path)
    .slice(folder.length)
    .split('/')
    .filter((part) => part !== '').length;
  const file = `${'../'.repeat(depth)}${baseName(envPath)}`;
  return isModule
    ? `new URL('${depth === 0 ? './' : ''}${file}', import.meta.url)`
    : `\`\${__dirname}/${file}\``;
}

function usesImports(path: string, text: string, project: ScriptProject): boolean {
  const extension = extensionOf(path);
  if (/^\.m[jt]s$/.test(extension)) return true;
  if (extension === '.cjs' || /^(?:const|let|var)\b[^=\n]*=\s*require\(/m.test(text)) return false;
  return /^import\b[^('"]*["'{*\w]/m.test(text) || project.isModule || /^\.c?tsx?$/.test(extension);
}

/** A line in `dependencies`, where it sorts; undefined where the manifest has no such list that can be added to. */
export function dependencyEdit(text: string, name: string, version: string): TextEdit | undefined {
  const tree = parseTree(text);
  const list = tree === undefined ? undefined : findNodeAtLocation(tree, ['dependencies']);
  const eol = eolOf(text);
  if (tree?.type !== 'object') return undefined;
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  if (list?.children === undefined || list.children.length === 0) {
    const last = tree.children?.at(-1);
    if (list !== undefined)
      return {
        span: { start: list.offset, end: list.offset + list.length },
        newText: `{${eol}${indent}${indent}"${name}": "${version}"${eol}${indent}}`,
      };
    const block = `"dependencies": {${eol}${indent}${indent}"${name}": "${version}"${eol}${indent}}`;
    if (last === undefined)
      return {
        span: { start: tree.offset, end: tree.offset + tree.length },
        newText: `{${eol}${indent}${block}${eol}}`,
      };
    return insert(last.offset + last.length, `,${eol}${indent}${block}`);
  }
  const following = list.children.find((child) => String(child.children?.[0]?.value) > name);
  if (following !== undefined)
    return insert(following.offset, `"${name}": "${version}",${eol}${indent}${indent}`);
  const last = list.children.at(-1);
  return last === undefined
    ? undefined
    : insert(last.offset + last.length, `,${eol}${indent}${indent}"${name}": "${version}"`);
}
