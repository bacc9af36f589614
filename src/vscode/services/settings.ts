import * as vscode from 'vscode';
import { dayOf, inForce, parseSettings, type Settings, withPolicy } from '../../engine/index';
import { settingKeys, settingsSection } from '../contributions';
import type { Log } from './log';
import type { Policies } from './policies';

/** The user's settings for a resource, parsed, under its folder's policy; what does not fit is logged once. */
export class SettingsService {
  readonly #told = new Set<string>();

  constructor(
    private readonly log: Log,
    private readonly policies: Policies,
  ) {}

  for(resource: vscode.Uri | undefined): Settings {
    const configuration = vscode.workspace.getConfiguration(settingsSection, resource);
    const given = Object.fromEntries(settingKeys.map((key) => [key, configuration.get<unknown>(key)]));
    const { settings, problems } = parseSettings(given);
    for (const problem of problems) {
      if (!this.#told.has(problem)) this.log.warn(problem);
      this.#told.add(problem);
    }
    const policy = this.policies.for(resource);
    return policy === undefined ? settings : withPolicy(settings, inForce(policy, dayOf(new Date())));
  }

  onDidChange(listener: () => void): vscode.Disposable {
    const configuration = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) listener();
    });
    return vscode.Disposable.from(configuration, this.policies.onDidChange(listener));
  }
}
