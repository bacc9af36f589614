import * as vscode from 'vscode';

const scheme = 'keystow';

/** Read-only documents that Keystow writes: what a plan changes, steps to follow. No value is in them. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  /** Opens a text beside what asks for it. */
  async show(path: string, text: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#write(path, text));
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** Opens Markdown as a reader sees it; as a text where VS Code's own preview is turned off. */
  async showMarkdown(path: string, text: string): Promise<void> {
    try {
      await vscode.commands.executeCommand('markdown.showPreview', this.#write(path, text));
    } catch {
      await this.show(path, text);
    }
  }

  #write(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${path}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
