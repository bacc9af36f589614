import * as vscode from 'vscode';
import { stepsMarkdown } from '../../engine/index';
import type { PreparedFix } from './preparedFix';
import type { ReadOnlyTexts } from './readOnlyTexts';

/** More sentences than this are a page, and one message leads to it. */
const mostMessages = 2;

/** Tells what a fix leaves to a person. */
export class Notes {
  constructor(private readonly texts: ReadOnlyTexts) {}

  tell(fix: PreparedFix): void {
    const { notes, install } = fix.plan;
    const isInstall = (note: string): boolean => install !== undefined && note.includes(install.command);
    const rest = notes.filter((note) => !isInstall(note));
    for (const note of notes.filter(isInstall)) this.#offerInstall(note, fix);
    if (rest.length > mostMessages) this.#offerPage(rest);
    else for (const note of rest) void vscode.window.showInformationMessage(note);
  }

  #offerPage(notes: readonly string[]): void {
    const show = vscode.l10n.t('Show');
    const message = vscode.l10n.t(
      '{0} steps are left to you: variables to export, values to store.',
      notes.length,
    );
    void vscode.window.showInformationMessage(message, show).then(async (choice) => {
      if (choice === show)
        await this.texts.showMarkdown(`${vscode.l10n.t('What is left to do')}.md`, stepsMarkdown(notes));
    });
  }

  /** A package that is missing is installed in a terminal where it can be seen. */
  #offerInstall(note: string, { plan: { install }, workspace }: PreparedFix): void {
    void vscode.window.showInformationMessage(note, vscode.l10n.t('Install')).then((choice) => {
      if (choice === undefined || install === undefined) return;
      const terminal = vscode.window.createTerminal({
        name: 'Keystow',
        cwd: workspace.uriOf(install.folder),
      });
      terminal.show();
      terminal.sendText(install.command);
    });
  }
}
