import ignore from 'ignore';
import { isEnvFile } from '../analysers/envFiles';
import type { Finding } from '../model/finding';
import type { Workspace } from '../model/ports';
import { placeFingerprint } from '../scan/fingerprint';
import { t } from '../text/l10n';
import { baseName, dirName, join } from '../text/path';

/** An ignore file that says what a tool packs or uploads. All of them are read as git reads its own. */
interface Packer {
  readonly file: string;
  readonly tool: string;
  /** What it leaves out by itself. */
  readonly without?: readonly string[];
  /** Whether something else keeps env files out, or says what goes along. */
  readonly isSettled?: (workspace: Workspace, dir: string, text: string) => Promise<boolean>;
}

/** Whether a package is never published, or names its files: npm then asks no ignore file of the root. */
async function namesItsFiles(workspace: Workspace, dir: string): Promise<boolean> {
  const read = await workspace.read(join(dir, 'package.json'));
  return read.kind !== 'text' || /"(?:files"\s*:\s*\[|private"\s*:\s*true)/.test(read.text);
}

const packers: readonly Packer[] = [
  // Where it stands npm does not read .gitignore: https://docs.npmjs.com/cli/using-npm/developers, read 2026-11-29.
  { file: '.npmignore', tool: 'npm publish', isSettled: namesItsFiles },
  // https://code.visualstudio.com/api/working-with-extensions/publishing-extension#.vscodeignore, read 2026-11-29.
  { file: '.vscodeignore', tool: 'vsce package' },
  // https://cloud.google.com/sdk/gcloud/reference/topic/gcloudignore, read 2026-11-29.
  {
    file: '.gcloudignore',
    tool: 'gcloud',
    isSettled: async (_, __, text) => /^#!include:\.gitignore/m.test(text),
  },
  // https://github.com/vercel/vercel/blob/main/packages/client/src/utils/index.ts, read 2026-11-29.
  { file: '.vercelignore', tool: 'vercel deploy', without: ['.env.local', '.env.*.local'] },
  // https://helm.sh/docs/chart_template_guide/helm_ignore_file/, read 2026-11-29.
  { file: '.helmignore', tool: 'helm package' },
];

const packerNames: ReadonlySet<string> = new Set(packers.map(({ file }) => file));

export const isPackerFile = (path: string): boolean => packerNames.has(baseName(path));

/** `package-takes-env`: an env file lies beside an ignore file that does not name it, so that it is packed or uploaded. */
export async function envInPackages(
  workspace: Workspace,
  ignoreFiles: readonly string[],
): Promise<readonly Finding[]> {
  const rule = 'package-takes-env';
  const found: Finding[] = [];
  for (const path of ignoreFiles) {
    const packer = packers.find(({ file }) => file === baseName(path));
    const dir = dirName(path);
    const names = ((await workspace.entries(dir)) ?? [])
      .filter(({ name, isFolder }) => !isFolder && isEnvFile(name))
      .map(({ name }) => name);
    if (packer === undefined || names.length === 0) continue;
    const read = await workspace.read(path);
    if (read.kind !== 'text' || (await packer.isSettled?.(workspace, dir, read.text)) === true) continue;
    const rules = ignore()
      .add([...(packer.without ?? [])])
      .add(read.text);
    const name = names.find((one) => !rules.ignores(one));
    if (name === undefined) continue;
    const start = { line: 0, character: 0 };
    found.push({
      rule,
      category: 'hygiene',
      provider: null,
      severity: 'error',
      file: path,
      span: { start: 0, end: 0 },
      range: { start, end: start },
      preview: '',
      fingerprint: placeFingerprint(rule, path, name),
      message: t('{0} does not name {1}: {2} takes it along.', packer.file, name, packer.tool),
      envName: name,
    });
  }
  return found;
}
