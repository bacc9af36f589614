import path from 'node:path';
import { parseArgs } from 'node:util';
import type { GuardState } from '../guard/guard';
import { type HookName, hookNames } from '../guard/hooks';
import { CliError, exitCodes, type Io } from './io';

/**
 * `keystow hook install|uninstall|status`: the guard that checks what is committed. 0: it would run, or is gone; 1: it
 * would not run, with the reason. `keystow hook run` is in `hookRun`: it has to start fast.
 */
export async function hook(args: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = args;
  const action = verb === undefined || !Object.hasOwn(actions, verb) ? undefined : actions[verb];
  if (action === undefined) throw new CliError(`hook takes ${Object.keys(actions).join(', ')} or run`);
  const { GuardError } = await import('../guard/guard');
  try {
    return await action(rest, io);
  } catch (error) {
    throw error instanceof GuardError ? new CliError(error.message) : error;
  }
}

const actions: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number>>> = {
  install: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        global: { type: 'boolean', default: false },
        with: { type: 'string', multiple: true, default: [] },
      },
      allowPositionals: true,
    });
    const { installGuard, tools } = await import('../guard/guard');
    const wanted = values.with.map((id) => {
      const tool = tools.find((one) => one.id === id);
      if (tool === undefined)
        throw new CliError(`unknown tool "${id}"; choose ${tools.map((one) => one.id).join(', ')}`);
      return tool;
    });
    const isEditor = 'electron' in process.versions;
    const states = await installGuard(io.cwd, {
      hooks: hooksIn(positionals),
      everywhere: values.global,
      tools: wanted,
      runtime: { cli: path.join(__dirname, 'cli.js'), [isEditor ? 'editor' : 'node']: process.execPath },
    });
    for (const { id, note } of wanted)
      io.out(`${id} is in .pre-commit-config.yaml${note === undefined ? '' : `; ${note}`}\n`);
    return tell(states, io);
  },
  uninstall: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: { global: { type: 'boolean', default: false } },
    });
    const { uninstallGuard } = await import('../guard/guard');
    const files = await uninstallGuard(io.cwd, values.global);
    for (const file of files) io.out(`taken out of ${shown(file, io)}\n`);
    if (files.length === 0) io.out('No guard is set up here.\n');
    return exitCodes.clean;
  },
  status: async (args, io) => {
    parseArgs({ args: [...args], options: {} });
    const { guardStates } = await import('../guard/guard');
    return tell(await guardStates(io.cwd), io);
  },
};

function hooksIn(names: readonly string[]): readonly HookName[] {
  if (names.length === 0) return ['pre-commit'];
  return names.map((name) => {
    const known = hookNames.find((one) => one === name);
    if (known === undefined) throw new CliError(`unknown hook "${name}"; choose ${hookNames.join(', ')}`);
    return known;
  });
}

function tell(states: readonly GuardState[], io: Io): number {
  for (const { hook: name, manager, file, state, detail } of states)
    io.out(`${name} (${manager}, ${shown(file, io)}) ${state}: ${detail}\n`);
  return states.every(({ state }) => state === 'would run') ? exitCodes.clean : exitCodes.found;
}

const shown = (file: string, io: Io): string => {
  const relative = path.relative(io.cwd, file);
  return relative.startsWith('..') ? file : relative;
};
