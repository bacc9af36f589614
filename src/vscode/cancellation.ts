import type { CancellationToken } from 'vscode';
import type { Cancellation } from '../engine/index';

/** Asked anew each time. */
export const cancelledWhen = (isCancelled: () => boolean): Cancellation => ({
  get cancelled(): boolean {
    return isCancelled();
  },
});

/** VS Code's token, as the engine asks it. */
export const cancelledBy = (token: CancellationToken): Cancellation =>
  cancelledWhen(() => token.isCancellationRequested);
