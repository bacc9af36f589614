import type { ExtensionContext } from 'vscode';
import { bootstrap, type KeystowApi } from './vscode/bootstrap';

/** Browser entry. */
export const activate = (context: ExtensionContext): KeystowApi =>
  bootstrap(context, async () => (await import('./main.web')).main(context));
