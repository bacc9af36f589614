import * as vscode from 'vscode';

/**
 * Whether somebody else looks on. Of this window alone, and off whenever it starts; no setting is written. What shows
 * names or values of its own asks here, and shows none while it is on.
 */
export class Presentation implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  #isOn = false;

  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(): void {
    this.#isOn = !this.#isOn;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
