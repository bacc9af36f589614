import * as vscode from 'vscode';
import { isRefusal } from '../../engine/index';
import { UserError } from '../errors';
import type { FixRunner } from '../services/fixRunner';

/** `Keystow: Move All Keys in File to .env`: one edit for all of them, and a word on those that stay. */
export async function moveAllKeysCommand(runner: FixRunner): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) throw new UserError(vscode.l10n.t('Open a file first.'));
  const message = await runner.exclusive(() => moveAll(runner, document));
  void vscode.window.showInformationMessage(message);
}

async function moveAll(runner: FixRunner, document: vscode.TextDocument): Promise<string> {
  const all = await runner.prepareAll(document);
  if (all === undefined) return vscode.l10n.t('There is no key to move in this file.');
  const { fix, left } = all;
  if (isRefusal(fix)) throw new UserError(fix.refused);
  await runner.apply(fix);
  const moved = fix.plan.stored.length;
  const { t } = vscode.l10n;
  const told = moved === 1 ? t('1 key moved to .env.') : t('{0} keys moved to .env.', moved);
  return left === 0 ? told : `${told} ${t('{0} cannot be moved; the lightbulb at each says why.', left)}`;
}
