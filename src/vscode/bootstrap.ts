import * as vscode from 'vscode';
import { commandIds, internalCommandIds, toolIds } from './contributions';
import { registerTool } from './languageModelTool';
import type { Running } from './start';

/** What tests wait on: the events of the services, once they run. */
export interface KeystowApi {
  readonly ready: Promise<Running['events']>;
}

/**
 * All of activation: the commands and tools are there, and the rest is loaded after it, or with the first command. VS Code starts
 * many extensions at once, and every kilobyte that is read then keeps a person waiting.
 */
export function bootstrap(context: vscode.ExtensionContext, load: () => Promise<Running>): KeystowApi {
  let running: Promise<Running> | undefined;
  const ready = (): Promise<Running> => {
    running ??= load();
    return running;
  };
  for (const id of [...Object.values(commandIds), ...Object.values(internalCommandIds)]) {
    const run = async (...args: unknown[]): Promise<unknown> => (await ready()).commands[id](...args);
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  for (const id of Object.values(toolIds))
    context.subscriptions.push(
      registerTool(id, async (input, token) => (await ready()).tools[id](input, token)),
    );
  const begun = new Promise<void>((resolve) => setTimeout(resolve, 0));
  return { ready: begun.then(ready).then(({ events }) => events) };
}
