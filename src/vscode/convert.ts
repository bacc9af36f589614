import * as vscode from 'vscode';
import {
  type FileEdit,
  type Finding,
  type Range,
  rules,
  ruleUrl,
  type Severity,
  SourceText,
} from '../engine/index';
import { diagnosticSource } from './contributions';

/** The only place where the engine's positions, findings and edits become VS Code's. */

export const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

const diagnosticSeverities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The rules that the documentation explains; a project's own are not among them. */
const explained: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

export function toDiagnostic({ range, message, severity, rule }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, diagnosticSeverities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = explained.has(rule) ? { value: rule, target: vscode.Uri.parse(ruleUrl(rule)) } : rule;
  return diagnostic;
}

/**
 * One edit for the whole plan, in its order. A new file is created with its text and never overwrites: had it
 * appeared meanwhile, the edit would fail before the source is reached.
 */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  uriOf: (path: string) => vscode.Uri,
): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const edit of edits) {
    const uri = uriOf(edit.path);
    const metadata = { label: edit.label, needsConfirmation: false };
    if (edit.kind === 'create') {
      result.createFile(uri, { contents: new TextEncoder().encode(edit.text) }, metadata);
      continue;
    }
    if (endsLinesAnew(edit)) {
      result.set(uri, [[vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF), metadata]]);
      continue;
    }
    const source = new SourceText(edit.before);
    for (const { span, newText } of edit.edits) {
      result.replace(uri, toRange(source.rangeOf(span)), newText, metadata);
    }
  }
  return result;
}

/** Whether an edit does nothing but end lines with LF: a document has one end for all of them, which no text changes. */
export const endsLinesAnew = ({
  before,
  edits,
}: Pick<FileEdit & { kind: 'change' }, 'before' | 'edits'>): boolean =>
  edits.length > 0 &&
  edits.every(({ span, newText }) => newText === '' && before.slice(span.start, span.end) === '\r');
