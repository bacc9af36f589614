import * as vscode from 'vscode';
import { isRefusal } from '../../engine/index';
import { UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';

/** `Keystow: Move All Keys in File to .env`: one edit for all of them, and a word on those that stay. */
export async function moveAllKeysCommand(runner: FixRunner): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) throw new UserError('Open a file first.');
  const { fix, left } = await runner.prepareAll(document);
  if (isRefusal(fix)) throw new UserError(fix.refused);
  if (!(await vscode.workspace.applyEdit(fix.edit, { isRefactoring: true }))) {
    throw new UserError('A file changed meanwhile. Nothing was moved.');
  }
  await runner.finish(fix);
  const moved = fix.plan.stored.length;
  const stay = left === 0 ? '' : ` ${left} cannot be moved; the lightbulb at each says why.`;
  void vscode.window.showInformationMessage(`${moved} ${moved === 1 ? 'key' : 'keys'} moved to .env.${stay}`);
}
