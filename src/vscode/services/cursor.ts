import * as vscode from 'vscode';
import type { Finding } from '../../engine/index';
import { toRange } from '../convert';
import type { DocumentScanner } from './documentScanner';
import type { FindingsStore } from './findingsStore';

export interface FindingInDocument {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
}

/** What is found where somebody looks. */
export class Cursor {
  constructor(
    private readonly scanner: DocumentScanner,
    private readonly findings: FindingsStore,
  ) {}

  /** The findings that a range touches, in the document as it is now. */
  findingsAt(document: vscode.TextDocument, range: vscode.Range): readonly Finding[] {
    const now = this.scanner.ahead(document) ?? this.findings.get(document.uri);
    return now.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
  }

  /** Whether a document has the value of a finding, wherever it is by now. */
  isThere(document: vscode.TextDocument, { rule, fingerprint }: Finding): boolean {
    return this.scanner.scan(document).some((one) => one.rule === rule && one.fingerprint === fingerprint);
  }

  /** The first finding that the cursor is on, of those that `fits`. */
  finding(fits: (finding: Finding) => boolean = () => true): FindingInDocument | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { document, selection } = editor;
    const finding = this.findingsAt(document, selection).find(fits);
    return finding === undefined ? undefined : { document, finding };
  }
}
