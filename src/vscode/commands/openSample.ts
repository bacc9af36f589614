import * as vscode from 'vscode';
import { type SampleId, sampleIds, sampleOf } from '../../engine/index';
import { sampleContext } from '../contributions';

/** `Keystow: Open Sample`: an untitled document with a key that is made now; nothing is written. */
export async function openSampleCommand(asked: unknown): Promise<void> {
  const id: SampleId = sampleIds.find((one) => one === asked) ?? 'code';
  const { languageId, text } = sampleOf(id, drawn);
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: text });
  await vscode.window.showTextDocument(document);
  // What the walkthrough ticks its steps by.
  await vscode.commands.executeCommand('setContext', `${sampleContext}.${id}`, true);
}

/** Characters of an alphabet by chance. */
const drawn = (alphabet: string, length: number): string =>
  Array.from(
    crypto.getRandomValues(new Uint32Array(length)),
    (value) => alphabet[value % alphabet.length],
  ).join('');
