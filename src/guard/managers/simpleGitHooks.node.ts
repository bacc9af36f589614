import path from 'node:path';
import { t } from '../../engine/index';
import { exists } from '../../platform/files.node';
import { at, isRecord } from '../edits/entry';
import { jsonCommand } from '../edits/jsonCommand';
import { dataOf } from '../edits/jsonEntry';
import { mark } from '../edits/scriptLine';
import { GuardError } from '../errors';
import { putText, readText, remove } from '../files.node';
import { type HookName, hookNames } from '../hooks';
import { packageJson } from '../packageJson.node';
import type { Repository } from '../repository.node';
import { sharedLine } from '../sharedLine';
import type { HookManager, Place } from './manager';
import { textPlace } from './textPlace.node';

const key = 'simple-git-hooks';

/** In the order in which simple-git-hooks looks for them; read from the package, 2.14.0, 2026-11-28. */
const scripts = ['.simple-git-hooks', 'simple-git-hooks'].flatMap((name) =>
  ['.cjs', '.js', '.mjs'].map((end) => name + end),
);
const texts = ['.simple-git-hooks.json', 'simple-git-hooks.json'];

/**
 * simple-git-hooks: a command per hook in its configuration, which it copies into git's hooks when it is run. It takes away
 * every other hook then, so it is not run from here: the copy is changed as it would change it.
 */
export const simpleGitHooks: HookManager = {
  title: key,
  find: async (repository, hook) => {
    const found = await configuration(repository.top);
    if (found === undefined) return undefined;
    const { file, within } = found;
    const line = sharedLine(hook);
    if (scripts.includes(path.basename(file))) return inScript(file, hook, line);
    const copy = new Copy(repository, file, within);
    const place = textPlace(
      { file, command: line, inactive: () => copy.inactive(hook) },
      jsonCommand(within, hook, line, hook !== 'pre-push'),
    );
    return {
      ...place,
      install: () => copy.follow(hook, place.install),
      uninstall: () => copy.follow(hook, place.uninstall),
    };
  },
};

interface Configuration {
  readonly file: string;
  /** Where the hooks are in it. */
  readonly within: readonly string[];
}

async function configuration(top: string): Promise<Configuration | undefined> {
  for (const name of [...scripts, ...texts]) {
    const file = path.join(top, name);
    if (await exists(file)) return { file, within: [] };
  }
  const manifest = await packageJson(top);
  return isRecord(manifest?.[key]) ? { file: path.join(top, 'package.json'), within: [key] } : undefined;
}

/** A program is not changed from here. */
const inScript = (file: string, hook: HookName, line: string): Place => ({
  file,
  command: line,
  inactive: async () => undefined,
  has: async () => ((await readText(file)).text ?? '').includes(mark),
  install: () =>
    Promise.reject(
      new GuardError(t('{0} is a program; put this before what it runs at {1}: {2};', file, hook, line)),
    ),
  uninstall: async () => {
    if (((await readText(file)).text ?? '').includes(mark))
      throw new GuardError(t('{0} is a program; take Keystow out of it by hand', file));
  },
});

/** The hooks that simple-git-hooks has made: its own first lines, and the command as it is. */
class Copy {
  constructor(
    private readonly repository: Repository,
    private readonly file: string,
    private readonly within: readonly string[],
  ) {}

  async inactive(hook: HookName): Promise<string | undefined> {
    const command = await this.#command(hook);
    const { text } = await readText(this.#hook(hook));
    const runs = text !== undefined && command !== undefined && text.endsWith(command);
    return runs || (command === undefined && (await this.#head()) !== undefined)
      ? undefined
      : t('{0} of this clone is not what {1} says; run npx simple-git-hooks', hook, path.basename(this.file));
  }

  /** Changes the configuration, and then the hook if it was the copy of what the configuration said. */
  async follow(hook: HookName, change: () => Promise<void>): Promise<void> {
    const before = await this.#command(hook);
    const head = await this.#head();
    const { text, ...rest } = await readText(this.#hook(hook));
    await change();
    const after = await this.#command(hook);
    const isCopy = before === undefined ? text === undefined : text?.endsWith(before) === true;
    if (head === undefined || !isCopy || after === before) return;
    if (after === undefined) await remove(this.#hook(hook));
    else await putText(this.#hook(hook), head + after, { ...rest, mode: 0o755 });
  }

  /** Its first lines, from one of the hooks that it has made; undefined where it has made none. */
  async #head(): Promise<string | undefined> {
    for (const hook of [...hookNames, 'commit-msg', 'prepare-commit-msg', 'post-merge', 'post-checkout']) {
      const command = await this.#command(hook);
      const { text } = await readText(this.#hook(hook));
      if (command !== undefined && text?.includes('SIMPLE_GIT_HOOKS') === true && text.endsWith(command))
        return text.slice(0, text.length - command.length);
    }
    return undefined;
  }

  async #command(hook: string): Promise<string | undefined> {
    const { text } = await readText(this.file);
    const command = text === undefined ? undefined : at(dataOf(text), [...this.within, hook]);
    return typeof command === 'string' ? command : undefined;
  }

  #hook(hook: string): string {
    return path.join(this.repository.hooksDir, hook);
  }
}
