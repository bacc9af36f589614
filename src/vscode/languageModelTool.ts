import * as vscode from 'vscode';
import type { ToolId } from './contributions';

/** What a tool answers to the input that a model sends. */
export type Answer = (input: unknown, token: vscode.CancellationToken) => Promise<string>;

/** What is shown while a tool is at work. No tool changes anything, so none asks before. */
const atWork = (id: ToolId): string =>
  id === 'keystow_audit'
    ? vscode.l10n.t('Looking for keys')
    : vscode.l10n.t('Looking up an environment variable');

/** Registers a tool for language models; editors made from VS Code may know none. */
export function registerTool(id: ToolId, answer: Answer): vscode.Disposable {
  const lm: Partial<typeof vscode.lm> | undefined = vscode.lm;
  return (
    lm?.registerTool?.<unknown>(id, {
      prepareInvocation: () => ({ invocationMessage: atWork(id) }),
      invoke: async ({ input }, token) =>
        new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await answer(input, token))]),
    }) ?? new vscode.Disposable(() => {})
  );
}
