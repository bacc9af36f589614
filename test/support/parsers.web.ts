import * as vscode from 'vscode';
import { createParsers } from '../../src/engine/index';

/** The parsers with the files of the extension under test. */
export const parsers = createParsers(async (name) => {
  const extension = vscode.extensions.getExtension('keystow.keystow');
  if (extension === undefined) throw new Error('the extension is not there');
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist', name));
});
