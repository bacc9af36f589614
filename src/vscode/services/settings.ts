import * as vscode from 'vscode';
import { parseSettings, type Settings } from '../../engine/index';
import { settingKeys, settingsSection } from '../contributions';
import type { Log } from './log';

/** The user's settings for a resource, parsed; what does not fit is logged once. */
export class SettingsService {
  readonly #told = new Set<string>();

  constructor(private readonly log: Log) {}

  for(resource: vscode.Uri | undefined): Settings {
    const configuration = vscode.workspace.getConfiguration(settingsSection, resource);
    const given = Object.fromEntries(settingKeys.map((key) => [key, configuration.get<unknown>(key)]));
    const { settings, problems } = parseSettings(given);
    for (const problem of problems) {
      if (!this.#told.has(problem)) this.log.warn(problem);
      this.#told.add(problem);
    }
    return settings;
  }

  onDidChange(listener: () => void): vscode.Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) listener();
    });
  }
}
