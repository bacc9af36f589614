import * as vscode from 'vscode';
import { diagnosticSource } from '../contributions';
import { toDiagnostic } from '../convert';
import type { FindingsStore } from '../services/findingsStore';

/** Shows the store in the editor and in Problems. */
export function registerDiagnostics(findings: FindingsStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  const listener = findings.onDidChange((uri) => {
    collection.set(uri, findings.get(uri).map(toDiagnostic));
  });
  return vscode.Disposable.from(listener, collection);
}
