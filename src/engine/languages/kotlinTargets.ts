import type { Refusal } from '../model/fix';
import { t } from '../text/l10n';
import { appRefusal, browserRefusal } from './language';
import type { Program } from './rewriter';

/** Why no key of a program is moved: it does not run on the JVM of a server, or it ships. */
export async function targetRefusal(program: Program): Promise<Refusal | undefined> {
  if (program.inBrowser) return browserRefusal;
  if (await shipsInApp(program)) return appRefusal;
  return isOffJvm(program) ? offJvm : undefined;
}

/** Whether the program is part of an app for Android or iOS. */
async function shipsInApp({ text, path, project }: Program): Promise<boolean> {
  if (/^import androidx?\./m.test(text) || /(?:^|\/)(?:android|ios\w*)Main\//.test(path)) return true;
  if ((await project.nearest(['AndroidManifest.xml'])) !== undefined) return true;
  const build = await project.nearest(['build.gradle.kts', 'build.gradle']);
  return /\bcom\.android\.|\bplugins\.android\b|^\s*android\s*\{/m.test(build?.text ?? '');
}

const isOffJvm = ({ text, path }: Program): boolean =>
  /^import (?:kotlinx\.cinterop|platform)\./m.test(text) ||
  /(?:^|\/)(?:common|js|wasm\w*|native|apple|macos\w*|linux\w*|mingw\w*)Main\//.test(path);

const offJvm: Refusal = {
  get refused() {
    return t('System.getenv is there on the JVM alone. Move the key by hand.');
  },
};
