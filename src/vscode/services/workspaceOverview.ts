import * as vscode from 'vscode';
import { type Finding, type Overview, overviewOf } from '../../engine/index';
import { DisposableStore } from '../disposables';
import type { FindingsStore } from './findingsStore';

/** Milliseconds without news before everything is put in order again. */
const delayMs = 200;

/** A finding, and the document or file that it is in. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly uri: vscode.Uri;
}

/** Everything that is found, in the order of the overview; made once for all that show it, and soon after a change. */
export class WorkspaceOverview implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** Not where only the words about a finding are others, as when git has answered: a list that is drawn anew swallows a click. */
  readonly onDidChange = this.#changed.event;
  #current: Overview<PlacedFinding> = { keys: [], chapters: [] };
  /** What there is to see of each file. */
  readonly #looks = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly findings: FindingsStore) {
    this.#store.add(findings.onDidChange((uri) => this.#found(uri)));
  }

  get current(): Overview<PlacedFinding> {
    return this.#current;
  }

  #found(uri: vscode.Uri): void {
    const key = uri.toString();
    const look = this.findings.get(uri).map(appearance).join('\n');
    if (look === (this.#looks.get(key) ?? '')) return;
    if (look === '') this.#looks.delete(key);
    else this.#looks.set(key, look);
    this.#timer ??= setTimeout(() => this.#refresh(), delayMs);
  }

  #refresh(): void {
    this.#timer = undefined;
    const files = [...this.#looks.keys()].map((key) => vscode.Uri.parse(key, true));
    this.#current = overviewOf(
      files.flatMap((uri) => this.findings.get(uri).map((finding): PlacedFinding => ({ finding, uri }))),
    );
    this.#changed.fire();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#store.dispose();
  }
}

const appearance = ({ rule, severity, range, fingerprint }: Finding): string =>
  JSON.stringify([rule, severity, range, fingerprint]);
