import path from 'node:path';
import { t } from '../../engine/index';
import { exists } from '../../platform/files.node';
import { guardCommand } from '../command';
import { at, type Entry, isRecord } from '../edits/entry';
import { yamlEntry } from '../edits/yamlEntry';
import { GuardError } from '../errors';
import { generatedBy } from './generated.node';
import type { HookManager, Place } from './manager';
import { textPlace } from './textPlace.node';

export const preCommitConfig = '.pre-commit-config.yaml';

/**
 * The pre-commit framework: a local hook in its configuration. It names no stages: what they are called has changed with
 * pre-commit 3.2. https://pre-commit.com, read 2026-11-23
 */
export const preCommit: HookManager = {
  title: 'pre-commit',
  find: async (repository, hook) => {
    const file = path.join(repository.top, preCommitConfig);
    if (!(await exists(file))) return undefined;
    const command = guardCommand('pre-commit', 'pass');
    const place = textPlace(
      {
        file,
        command,
        inactive: async () =>
          (await generatedBy(repository, hook, /pre-commit\.com/))
            ? undefined
            : t('pre-commit is not set up in this clone; run pre-commit install'),
      },
      yamlEntry(entryFor(command), isOurs),
    );
    return hook === 'pre-commit' ? place : refused(place, hook);
  },
};

const entryFor = (command: string): Entry => ({
  path: ['repos'],
  comment: 'Added by keystow hook install.',
  value: {
    repo: 'local',
    hooks: [
      {
        id: 'keystow',
        name: 'Keystow',
        // No shell is between pre-commit and what it runs.
        entry: `sh -c '${command}'`,
        language: 'system',
        always_run: true,
        pass_filenames: false,
      },
    ],
  },
});

const isOurs = (value: unknown): boolean => {
  const hooks = isRecord(value) ? value.hooks : undefined;
  return Array.isArray(hooks) && hooks.some((one) => at(one, ['id']) === 'keystow');
};

/** A local hook runs at every stage alike, and does not hear what git says of a push. */
const refused = (place: Place, hook: string): Place => ({
  ...place,
  has: async () => false,
  install: () =>
    Promise.reject(
      new GuardError(t('pre-commit does not pass on what git says to {0}; use pre-commit, and CI', hook)),
    ),
});
