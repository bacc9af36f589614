import * as vscode from 'vscode';
import { parseSettings, type Settings } from '../../engine/index';
import { settingKeys, settingsSection } from '../contributions';
import type { Log } from './log';
import type { Policies } from './policies';

/** The user's settings for a resource, parsed, with the rules of its folder's policy; what does not fit is logged once. */
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
    return { ...settings, customRules: this.policies.rulesFor(resource) };
  }

  onDidChange(listener: () => void): vscode.Disposable {
    const configuration = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) listener();
    });
    return vscode.Disposable.from(configuration, this.policies.onDidChange(listener));
  }
}
