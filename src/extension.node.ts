import type { ExtensionContext } from 'vscode';
import { bootstrap, type KeystowApi } from './vscode/bootstrap';

/** Desktop and remote entry. */
export const activate = (context: ExtensionContext): KeystowApi =>
  bootstrap(context, async () => (await import('./main.node')).main(context));
