import { modify } from 'jsonc-parser';
import { addImport, gapAt, importsIn } from '../languages/pythonImportGroups';
import type { FileEdit } from '../model/fix';
import { applyEdits, eolOf, offsetAfter, type TextEdit, withInsertions } from '../text/edit';
import { t } from '../text/l10n';
import { indentOf, insert, insertLine, lineEnd } from '../text/lines';
import { baseName, dirName, join } from '../text/path';
import type { Span } from '../text/span';
import { type Loading, type LoadPlan, type Reading, textOf } from './loading';

/** What loads the file for the whole program. */
const forAll =
  /\bload_dotenv\b|\bdotenv_values\b|%dotenv\b|\bread_env\(|\bfrom decouple\b|\bstarlette\.config\b/;

/** Also what loads it for the settings of one class. */
const inCode = new RegExp(`${forAll.source}|\\benv_file\\s*=`);

/** Where a program may begin, or keep its settings. */
const entries = [
  'main.py',
  'app.py',
  '__main__.py',
  'manage.py',
  'wsgi.py',
  'asgi.py',
  'settings.py',
  'config.py',
  '__init__.py',
  'conftest.py',
];

/** Python: nothing reads an env file but a package, or what starts the program. */
export const python: Loading = {
  languages: ['python'],
  isLoaded: async (reading) => {
    const { document, workspace, project, envPath } = reading;
    if (inCode.test(document.text.slice(0, reading.before))) return true;
    // A cell that is open in the editor is one of several.
    if (isNotebook(document.path) && inCode.test((await textOf(workspace, document.path)) ?? '')) return true;
    const dir = dirName(envPath);
    const own = dirName(document.path);
    // pipenv loads it for whatever it runs.
    if ((await textOf(workspace, join(dir, 'Pipfile'))) !== undefined) return true;
    const settings = await textOf(workspace, '.vscode/settings.json');
    if (settings !== undefined && /"python\.terminal\.useEnvFile"\s*:\s*true/.test(settings)) return true;
    for (const name of entries) {
      for (const folder of new Set([dir, own, join(dir, 'src'), join(dir, 'app')])) {
        const text = await textOf(workspace, join(folder, name));
        if (join(folder, name) !== document.path && text !== undefined && loadsBefore(text, document.path))
          return true;
      }
    }
    // `flask run` loads it where python-dotenv is installed; `app.run()` does too late for what is read at the top.
    if (/__name__\s*==/.test(document.text) && !isInside(reading)) return false;
    const manifest = await project.nearest(manifests);
    return /^from flask\b|^import flask\b/m.test(document.text) && /python-dotenv/.test(manifest?.text ?? '');
  },
  runs: async ({ document, workspace, envPath }) => {
    const { path, text } = document;
    if (/\bdef lambda_handler\b/.test(text)) return false;
    if (/\b__name__\b/.test(text) || entries.includes(baseName(path))) return true;
    const dir = dirName(envPath);
    for (const name of entries.filter((one) => one !== '__init__.py' && one !== 'conftest.py'))
      for (const folder of [dir, dirName(path), join(dir, 'src'), join(dir, 'app')])
        if ((await textOf(workspace, join(folder, name))) !== undefined) return true;
    // A script beside its env file, unless the folder is one of a package.
    const isPackage = ['pyproject.toml', 'setup.py'].map((name) => textOf(workspace, join(dir, name)));
    return (
      dirName(path) === dir && (await Promise.all(isPackage)).every((manifest) => manifest === undefined)
    );
  },
  plan: async (reading) => {
    const { project } = reading;
    const manifest = await project.nearest(manifests);
    if (isNotebook(reading.document.path) && !/python-dotenv/i.test(manifest?.text ?? ''))
      return { how: how(), source: await loaderEdits(reading), others: [], notes: [inKernel()] };
    if (manifest === undefined) return inTerminal(reading);
    const source = await loaderEdits(reading);
    if (/python-dotenv/i.test(manifest.text)) return { how: how(), source, others: [], notes: [] };
    const edit = dependencyEdit(manifest.path, manifest.text);
    if (edit === undefined)
      return {
        how: how(),
        source,
        others: [],
        notes: [t('Add python-dotenv to {0} and install it.', manifest.path)],
      };
    return {
      how: how(),
      source,
      others: [
        {
          kind: 'change',
          path: manifest.path,
          label: t('add python-dotenv'),
          before: manifest.text,
          edits: [edit],
        },
      ],
      notes: [
        t('python-dotenv was added to {0}. Install it: {1}', manifest.path, 'pip install python-dotenv'),
      ],
      install: { command: 'pip install python-dotenv', folder: dirName(manifest.path) },
    };
  },
};

/** The lookup is in a function, which runs later than the module. */
const isInside = ({ document: { text }, before }: Reading): boolean => indentOf(text, before) !== '';

const how = (): string => t('call load_dotenv()');

const isNotebook = (path: string): boolean => path.endsWith('.ipynb');

const inKernel = (): string =>
  t(
    'The notebook loads .env with python-dotenv. Where the kernel lacks it, run: {0}',
    '%pip install python-dotenv',
  );

/** Whether a file loads the env file before it imports another one. */
function loadsBefore(text: string, path: string): boolean {
  const at = forAll.exec(text)?.index;
  if (at === undefined) return false;
  const module = baseName(path).replace(/\.\w+$/, '');
  const imported = new RegExp(
    `^(?:from[ \\t]+[\\w.]*\\b${module}\\b|import[ \\t][^\\n]*\\b${module}\\b)`,
    'm',
  ).exec(text);
  return imported === null || imported.index > text.indexOf('load_dotenv(') || !text.includes('load_dotenv(');
}

const manifests = ['requirements.txt', 'pyproject.toml', 'setup.py'];

/** A line of its own in requirements.txt, where it sorts; an item of `dependencies` in pyproject.toml. */
function dependencyEdit(path: string, text: string): TextEdit | undefined {
  const eol = eolOf(text);
  if (path.endsWith('requirements.txt')) {
    const end = text.length;
    return insert(end, `${text === '' || /\n$/.test(text) ? '' : eol}python-dotenv>=1.0${eol}`);
  }
  const list = /^dependencies\s*=\s*\[/m.exec(text);
  if (!path.endsWith('pyproject.toml') || list === null) return undefined;
  const start = list.index + list[0].length;
  const inside = text.slice(start, text.indexOf(']', start));
  const indent = /\n([ \t]+)["']/.exec(inside)?.[1];
  if (inside.trim() === '') return insert(start, '"python-dotenv>=1.0"');
  return insert(
    start,
    indent === undefined ? '"python-dotenv>=1.0", ' : `${eol}${indent}"python-dotenv>=1.0",`,
  );
}

/** `load_dotenv()` below the imports that stand before the first lookup, its own among them. */
async function loaderEdits(reading: Reading): Promise<readonly TextEdit[]> {
  const { document, before } = reading;
  const { text } = document;
  const eol = eolOf(text);
  const line = 'from dotenv import load_dotenv';
  const imports = await reading.imports();
  const earlier = imports.filter(({ end }) => end <= before);
  const last = earlier.at(-1);
  const own = await localModules(reading, imports);
  const known = importsIn(text, earlier, (module) => own.has(module));
  const added = addImport(text, known, line, before);
  if (last === undefined || added === undefined) {
    const head = /^(?:#![^\n]*\n|\s*\n|[rRuU]?("""|''')[\s\S]*?\1[^\n]*\n)*/.exec(text)?.[0].length ?? 0;
    return [insert(Math.min(head, before), `${line}${eol}${eol}load_dotenv()${eol}${eol}`)];
  }
  const changed = applyEdits(text, [added]);
  const end = Math.max(offsetAfter([added], last.end), changed.indexOf(line, added.span.start) + line.length);
  const call = `${eol}load_dotenv()${gapAt(changed, lineEnd(changed, end), eol)}`;
  return withInsertions([added], [insertLine(changed, end, call, eol)]);
}

/** Which of the modules that a file imports lie in the project. */
async function localModules(
  { document, envPath, workspace }: Reading,
  imports: readonly Span[],
): Promise<ReadonlySet<string>> {
  const root = dirName(envPath);
  const folders = [...new Set([dirName(document.path), root, join(root, 'src')])];
  const found = new Set<string>();
  for (const { module, group } of importsIn(document.text, imports)) {
    if (group !== 'third') continue;
    const path = module.replaceAll('.', '/');
    const files = [`${path}.py`, `${path}/__init__.py`, `${path.split('/')[0]}/__init__.py`];
    const all = folders.flatMap((folder) => files.map((file) => join(folder, file)));
    const read = await Promise.all(all.map((file) => workspace.read(file)));
    if (read.some(({ kind }) => kind !== 'missing')) found.add(module);
  }
  return found;
}

const inTerminals = (): string => t("in the editor's terminals");

/** A script without a project: the editor's terminal can load the file, which needs no package. */
async function inTerminal({ workspace, envPath }: Reading): Promise<LoadPlan> {
  const path = '.vscode/settings.json';
  const note = t(
    "Nothing loads {0} outside of the editor's terminal. Elsewhere run: set -a; . ./{0}; set +a",
    envPath,
  );
  const read = await workspace.read(path);
  const label = t('load {0} in terminals', envPath);
  if (read.kind === 'missing') {
    const text = '{\n  "python.terminal.useEnvFile": true\n}\n';
    const others: readonly FileEdit[] = [{ kind: 'create', path, label, text, withFolder: true }];
    return { how: inTerminals(), source: [], others, notes: [note] };
  }
  if (read.kind !== 'text' || read.readOnly) return { source: [], others: [], notes: [note] };
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: eolOf(read.text) };
  const edits = modify(read.text, ['python.terminal.useEnvFile'], true, { formattingOptions }).map(
    ({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, newText: content }),
  );
  const change: FileEdit = { kind: 'change', path, label, before: read.text, edits };
  if (edits.length === 0) return { source: [], others: [], notes: [note] };
  return { how: inTerminals(), source: [], others: [change], notes: [note] };
}
