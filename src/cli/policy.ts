import path from 'node:path';
import {
  dayOf,
  defaultSettings,
  inForce,
  knownIds,
  loadPolicy,
  policyFile,
  type Settings,
  withPolicy,
} from '../engine/index';
import { readFileAt } from '../platform/files.node';
import { CliError, type Io } from './io';

/** Where the policy is read from: the project's own file, another one, or none. */
export interface PolicyChoice {
  readonly config?: string | undefined;
  readonly noConfig: boolean;
}

/** Reads policies, each once, and tells what is wrong with them on standard error. */
export class Policies {
  readonly #choice: PolicyChoice;
  readonly #io: Io;
  readonly #known = new Map<string, Settings>();
  /** Something in a policy could not be used: what was done without it is no full result. */
  broken = false;

  constructor(choice: PolicyChoice, io: Io) {
    if (choice.config !== undefined && choice.noConfig)
      throw new CliError('--config and --no-config contradict each other');
    this.#choice = choice;
    this.#io = io;
  }

  /** @throws CliError where the file that was named cannot be read. */
  async settingsFor(root: string): Promise<Settings> {
    const { config, noConfig } = this.#choice;
    if (noConfig) return defaultSettings;
    const file = config === undefined ? path.join(root, policyFile) : path.resolve(this.#io.cwd, config);
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const settings = await this.#read(path.dirname(file), path.basename(file), config);
    this.#known.set(file, settings);
    return settings;
  }

  async #read(dir: string, name: string, named: string | undefined): Promise<Settings> {
    const policy = await loadPolicy(
      (one, limit) => readFileAt(path.join(dir, ...one.split('/')), limit),
      knownIds(),
      name,
    );
    if (policy === undefined) {
      if (named !== undefined) throw new CliError(`${named}: no such file`);
      return defaultSettings;
    }
    for (const { file, line, column, message } of policy.problems)
      this.#tell(`${file === name ? (named ?? name) : file}:${line}:${column}: ${message}`);
    if (policy.problems.length > 0)
      this.#io.err(`keystow: ${named ?? name}: what is named above was left out, the rest is used\n`);
    return withPolicy(defaultSettings, inForce(policy, dayOf(new Date())));
  }

  #tell(message: string): void {
    this.broken = true;
    this.#io.err(`keystow: ${message}\n`);
  }
}
