import * as vscode from 'vscode';
import type { Finding } from '../../engine/index';
import { diagnosticSource } from '../contributions';
import { toDiagnostic } from '../convert';
import type { FindingsStore } from '../services/findingsStore';

/**
 * Shows the store in the editor and in Problems. What is shown already is not set again: VS Code takes each set as a
 * change, and closes the quick fix menu over it.
 */
export function registerDiagnostics(findings: FindingsStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  const shown = new Map<string, string>();
  const listener = findings.onDidChange((uri) => {
    const key = uri.toString();
    const now = findings.get(uri);
    const look = now.map(appearance).join('\n');
    if (look === (shown.get(key) ?? '')) return;
    if (now.length === 0) {
      shown.delete(key);
      collection.delete(uri); // an empty list would stay listed for as long as the window is open
    } else {
      shown.set(key, look);
      collection.set(uri, now.map(toDiagnostic));
    }
  });
  return vscode.Disposable.from(listener, collection);
}

const appearance = ({ rule, severity, message, range }: Finding): string =>
  JSON.stringify([rule, severity, message, range]);
