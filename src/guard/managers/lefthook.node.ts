import path from 'node:path';
import { t } from '../../engine/index';
import { exists } from '../../platform/files.node';
import { guardCommand } from '../command';
import type { Join } from '../edits/join';
import { jsonEntry, type NamedEntry } from '../edits/jsonEntry';
import { tomlEntry } from '../edits/tomlEntry';
import { yamlEntry } from '../edits/yamlEntry';
import { GuardError } from '../errors';
import type { HookName } from '../hooks';
import { generatedBy } from './generated.node';
import type { HookManager } from './manager';
import { textPlace } from './textPlace.node';

const name = 'keystow';

/** By the end of the configuration's name. */
const joins: Readonly<Record<string, (entry: NamedEntry) => Join>> = {
  '.yml': (entry) => yamlEntry(entry, (_, key) => key === name),
  '.yaml': (entry) => yamlEntry(entry, (_, key) => key === name),
  '.toml': tomlEntry,
  '.json': jsonEntry,
  '.jsonc': jsonEntry,
};

/**
 * lefthook: a command in its configuration. `commands` is understood by every version; since 1.10 there are `jobs`, which
 * run beside them. https://github.com/evilmartians/lefthook, docs/configuration.md and internal/command/run.go,
 * read 2026-11-28
 */
export const lefthook: HookManager = {
  title: 'lefthook',
  find: async (repository, hook) => {
    const file = await configuration(repository.top);
    if (file === undefined) return undefined;
    const command = guardCommand(hook, 'pass');
    // What git says of a push goes to commands that ask for it only.
    const value = hook === 'pre-push' ? { run: command, use_stdin: true } : { run: command };
    const join = joins[path.extname(file)];
    if (join === undefined) return undefined;
    return textPlace(
      {
        file,
        command,
        inactive: async () =>
          (await generatedBy(repository, hook, /\blefthook\b/))
            ? undefined
            : t('lefthook has no {0} in this clone; run npx lefthook install', hook),
      },
      forHook(hook, join({ path: [hook, 'commands'], name, value })),
    );
  },
};

/** The first that is there, in lefthook's own order. */
async function configuration(top: string): Promise<string | undefined> {
  for (const base of ['lefthook', '.lefthook', path.join('.config', 'lefthook')])
    for (const end of Object.keys(joins)) {
      const file = path.join(top, base + end);
      if (await exists(file)) return file;
    }
  return undefined;
}

/** lefthook gives what git says of a push to one command only. https://lefthook.dev/configuration/use_stdin, read 2026-11-28 */
const forHook = (hook: HookName, join: Join): Join => ({
  ...join,
  put: (text) => {
    if (hook === 'pre-push' && text !== undefined && /\buse_stdin\b/.test(text) && !join.has(text))
      throw new GuardError(
        t('another command reads what git says of a push (use_stdin), and lefthook tells one only'),
      );
    return join.put(text);
  },
});
