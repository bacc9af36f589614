import * as vscode from 'vscode';
import { notCovered } from '../features/presentationStatus';
import type { Presentation } from '../services/presentation';

/** Says once in a window what it cannot cover; afterwards the status bar does. */
export function togglePresentationMode(presentation: Presentation): () => void {
  let isTold = false;
  return () => {
    presentation.toggle();
    if (!presentation.isOn || isTold) return;
    isTold = true;
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Presentation mode is on: values in env files and keys in code are covered in editors. {0}',
        notCovered(),
      ),
    );
  };
}
