import { stat } from 'node:fs/promises';
import path from 'node:path';
import { t } from '../engine/index';
import { exists } from '../platform/files.node';
import { GuardError } from './errors';
import { removeUnfinished } from './files.node';
import { type HookName, hookNames } from './hooks';
import { managers } from './managers/index';
import type { Place } from './managers/manager';
import { plain } from './managers/plain.node';
import { probe } from './probe.node';
import { openRepository, type Repository } from './repository.node';
import { forgetRuntime, launcherOf, type Runtime, recordRuntime } from './runtime.node';
import type { Tool } from './tools';
import { addTool, removeTools } from './tools.node';

/** A guard and whether it would run. */
export interface GuardState {
  readonly hook: HookName;
  /** Through whom git runs it: `git` itself, or a manager's title. */
  readonly manager: string;
  readonly file: string;
  readonly state: 'would run' | 'would not run';
  /** What runs it: Keystow's version and the node; or why it would not run, and what to do. */
  readonly detail: string;
}

export interface InstallOptions {
  readonly hooks: readonly HookName[];
  readonly runtime: Runtime;
  /** Also in a folder of hooks that a person's own configuration names for all repositories. */
  readonly everywhere?: boolean;
  /** Other tools, through the pre-commit framework. */
  readonly tools?: readonly Tool[];
}

/**
 * Sets the guard up beside what the repository uses, and proves that it would run. Nothing is overwritten; what is there
 * already stays.
 *
 * @throws GuardError where it cannot be done right; everything is as it was.
 */
export async function installGuard(cwd: string, options: InstallOptions): Promise<readonly GuardState[]> {
  const repository = await openRepository(cwd);
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const tool of options.tools ?? [])
      if (await addTool(repository, tool)) undo.push(() => removeTools(repository));
    const places: (readonly [HookName, Found])[] = [];
    for (const hook of options.hooks) places.push([hook, await findPlace(repository, hook)]);
    for (const [, { manager }] of places)
      if (manager === 'git') await checkFolder(repository, options.everywhere ?? false);
    if (!(await exists(launcherOf(repository)))) undo.push(() => forgetRuntime(repository));
    await recordRuntime(repository, options.runtime);
    for (const [, { place }] of places) {
      const had = await place.has();
      await place.install();
      if (!had) undo.push(place.uninstall);
    }
    const states: GuardState[] = [];
    for (const [hook, found] of places) states.push(await stateOf(repository, hook, found));
    return states;
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

/**
 * Takes the guard out, wherever it stands; gives the files that it was taken out of.
 *
 * @param everywhere also out of the hooks of all repositories, where a person's own configuration names such a folder.
 * @throws GuardError
 */
export async function uninstallGuard(cwd: string, everywhere = false): Promise<readonly string[]> {
  const repository = await openRepository(cwd);
  const places: Found[] = [];
  for (const hook of hookNames) places.push(...(await placesToLeave(repository, hook)));
  const isOfAll = ({ manager, place }: Found): boolean =>
    manager === plain.title &&
    repository.hooksOf === 'everywhere' &&
    path.dirname(place.file) === repository.hooksDir;
  const leave = everywhere ? places : places.filter((found) => !isOfAll(found));
  for (const found of places)
    if (!leave.includes(found) && (await found.place.has()))
      throw new GuardError(
        t(
          'your git configuration names {0} as the hooks of all your repositories (core.hooksPath); add --global to take the guard out of all of them',
          repository.hooksDir,
        ),
      );
  const files: string[] = [];
  for (const { place } of leave) {
    const had = await place.has();
    await place.uninstall(); // also what an install that was interrupted has left
    await removeUnfinished(place.file);
    if (had) files.push(place.file);
  }
  files.push(...(await removeTools(repository)));
  await forgetRuntime(repository);
  return [...new Set(files)];
}

/** Whether each guard that is set up would run; for pre-commit in any case. @throws GuardError */
export async function guardStates(cwd: string): Promise<readonly GuardState[]> {
  const repository = await openRepository(cwd);
  const states: GuardState[] = [];
  for (const hook of hookNames) {
    const found = await findPlace(repository, hook);
    if (hook === 'pre-commit' || (await found.place.has()))
      states.push(await stateOf(repository, hook, found));
  }
  return states;
}

interface Found {
  readonly manager: string;
  readonly place: Place;
}

async function placesOf(repository: Repository, hook: HookName): Promise<readonly Found[]> {
  const places: Found[] = [];
  for (const { title, find } of managers) {
    const place = await find(repository, hook);
    if (place !== undefined) places.push({ manager: title, place });
  }
  return places;
}

/** The same, and git's own folder of hooks where another one is named by now: the guard may be there from before. */
async function placesToLeave(repository: Repository, hook: HookName): Promise<readonly Found[]> {
  const places = await placesOf(repository, hook);
  const own = path.join(repository.commonDir, 'hooks');
  if (repository.hooksDir === own) return places;
  const place = await plain.find({ ...repository, hooksDir: own, hooksOf: 'clone' }, hook);
  return place !== undefined && (await place.has()) ? [...places, { manager: plain.title, place }] : places;
}

/** Where the guard stands, or belongs: with the manager that git runs here, else with one that is set up. */
async function findPlace(repository: Repository, hook: HookName): Promise<Found> {
  const places = await placesOf(repository, hook);
  for (const found of places)
    if (found.manager !== 'git' && (await found.place.inactive()) === undefined) return found;
  const [first] = places;
  if (first === undefined) throw new GuardError(t('no place for a hook was found'));
  return first;
}

async function stateOf(
  repository: Repository,
  hook: HookName,
  { manager, place }: Found,
): Promise<GuardState> {
  const state = (would: boolean, detail: string): GuardState => ({
    hook,
    manager,
    file: place.file,
    state: would ? 'would run' : 'would not run',
    detail,
  });
  if (!(await place.has())) return state(false, t('it is not set up; run keystow hook install'));
  const inactive = await place.inactive();
  if (inactive !== undefined) return state(false, inactive);
  if (!(await exists(launcherOf(repository))) && repository.hooksOf === 'clone' && manager === 'git')
    return state(false, t('what runs it is missing; run keystow hook install'));
  const ran = await probe(repository, place.command);
  return state(ran.ready, ran.detail);
}

/** @throws GuardError where what is written there would concern other repositories, or never be run. */
async function checkFolder({ hooksDir, hooksOf }: Repository, everywhere: boolean): Promise<void> {
  if (hooksOf === 'everywhere' && !everywhere)
    throw new GuardError(
      t(
        'your git configuration names {0} as the hooks of all your repositories (core.hooksPath); add --global to set the guard up there',
        hooksDir,
      ),
    );
  if (hooksOf !== 'clone' && (await exists(hooksDir)) && !(await isFolder(hooksDir)))
    throw new GuardError(
      t('hooks are switched off here: core.hooksPath is {0}, which is no folder', hooksDir),
    );
}

const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );
