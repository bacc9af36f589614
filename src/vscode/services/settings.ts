import * as vscode from 'vscode';
import { dayOf, inForce, parseSettings, type Settings, withPolicy } from '../../engine/index';
import { settingKeys, settingsSection } from '../contributions';
import type { Log } from './log';
import type { Policies } from './policies';
import { fileOf } from './workspaces';

/** Settings that decide what is found. */
const findingKeys = [
  'enable',
  'exclude',
  'maxFileSize',
  'severity',
] as const satisfies readonly (keyof Settings)[];

/** The user's settings for a resource, parsed, under its folder's policy; what does not fit is logged once. */
export class SettingsService {
  readonly #told = new Set<string>();

  constructor(
    private readonly log: Log,
    private readonly policies: Policies,
  ) {}

  for(resource: vscode.Uri | undefined): Settings {
    const file = resource && fileOf(resource);
    const settings = this.withoutPolicy(file);
    const policy = this.policies.for(file);
    return policy === undefined ? settings : withPolicy(settings, inForce(policy, dayOf(new Date())));
  }

  /** The user's alone. */
  withoutPolicy(resource: vscode.Uri | undefined): Settings {
    const configuration = vscode.workspace.getConfiguration(settingsSection, resource);
    const given = Object.fromEntries(settingKeys.map((key) => [key, configuration.get<unknown>(key)]));
    const { settings, problems } = parseSettings(given);
    for (const problem of problems) {
      if (!this.#told.has(problem)) this.log.warn(problem);
      this.#told.add(problem);
    }
    return settings;
  }

  /** Settles once the policies of all folders are read. */
  ready(): Promise<void> {
    return this.policies.ready();
  }

  onDidChange(listener: () => void): vscode.Disposable {
    return this.#onDidChange([settingsSection], listener);
  }

  /** Only where it can change what is found. */
  onDidChangeFindings(listener: () => void): vscode.Disposable {
    return this.#onDidChange(
      findingKeys.map((key) => `${settingsSection}.${key}`),
      listener,
    );
  }

  #onDidChange(sections: readonly string[], listener: () => void): vscode.Disposable {
    const configuration = vscode.workspace.onDidChangeConfiguration((event) => {
      if (sections.some((section) => event.affectsConfiguration(section))) listener();
    });
    return vscode.Disposable.from(configuration, this.policies.onDidChange(listener));
  }
}
