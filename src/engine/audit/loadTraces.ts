import { languageOf } from '../analysers/sourceCode';
import type { UnloadedRead } from '../fixes/loadEnv';
import { isStarter, loadAlike, mayLoad } from '../loading';
import type { Cancellation, ListableWorkspace, Pause } from '../model/ports';
import { baseName } from '../text/path';

/**
 * Whether any file of the workspace may load the env file; also where there are too many files to tell.
 *
 * @param traces where loaders were found, to be looked at first the next time.
 */
export async function hasTrace(
  workspace: ListableWorkspace,
  { read: { name }, envPath, language }: UnloadedRead,
  cancel: Cancellation,
  traces: Map<string, string>,
  pause?: Pause,
): Promise<boolean> {
  const key = `${envPath}\n${language.id}`;
  const isTrace = async (path: string): Promise<boolean> => {
    if ((isAside(path) && !processes.test(path)) || !isWorthReading(path, language.id)) return false;
    const read = await workspace.read(path, largest);
    if (read.kind !== 'text') return false;
    const known = languageOf({ path, text: read.text })?.id;
    const isCode = known !== undefined && known !== script;
    if (isCode && !loadAlike(known, language.id)) return false;
    if (!mayLoad({ path, text: read.text, isCode, name })) return false;
    traces.set(key, path);
    return true;
  };
  const last = traces.get(key);
  if (last !== undefined && (await isTrace(last))) return true;
  for (const path of oftenIgnored) if (await isTrace(path)) return true;
  const { files } = await workspace.list({
    ignored: false,
    cancel,
    ...(pause === undefined ? {} : { pause }),
  });
  if (files.length > most) return true;
  for (const { path } of files) {
    await pause?.();
    if (cancel.cancelled || (await isTrace(path))) return true;
  }
  return false;
}

/** Code of the program's language, and what starts programs; a script may have no extension. */
function isWorthReading(path: string, language: string): boolean {
  const known = languageOf({ path, text: '' })?.id;
  if (known !== undefined) return known === script || loadAlike(known, language);
  return isStarter(path) || /^[^.]+$/.test(baseName(path));
}

/** The language whose programs start others. */
const script = 'shellscript';

/** What pm2 starts, with which variables. */
const processes = /(?:^|\/)ecosystem\.config\.[cm]?[jt]s$/;

/** Files that start programs and that git is often told to ignore. */
const oftenIgnored = ['.vscode/launch.json', '.vscode/tasks.json', '.envrc'];

/** Bytes; nothing that starts a program is that long. */
const largest = 256 * 1024;

/** Files of a workspace; in a larger one somebody loads what they need. */
const most = 20_000;

/** Tests, examples, generated code, and what configures a tool: others start them, with variables of their own. */
export const isAside = (path: string): boolean => asideFolder.test(path) || asideName.test(baseName(path));

const asideFolder =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|cypress|examples?|samples?|fixtures?|docs?|bench(?:marks?)?|templates?|vendor|third_party|node_modules|dist|build|out|target|coverage|ci|\.github|\.circleci|\.buildkite|\.storybook|migrations)\//i;
const asideName =
  /\.(?:test|spec|e2e|config|stories|d|min)\.[cm]?[jt]sx?$|rc\.[cm]?js$|^test_\w*\.py$|_test\.(?:py|go|rb)$|_spec\.rb$|^conftest\.py$|entrypoint(?:\.sh)?$/;
