import * as vscode from 'vscode';
import type { Log } from './services/log';

/** A failure that is told to the user in its own words; every other error is a bug and goes to the log. */
export class UserError extends Error {}

/**
 * Wraps what VS Code calls: a `UserError` is shown, cancellation is silent, a bug is logged with where it happened.
 * The message of a bug is not logged: it may quote what was being read.
 */
export const guarded =
  <Args extends unknown[], Result>(
    log: Log,
    context: string,
    body: (...args: Args) => Promise<Result> | Result,
  ) =>
  async (...args: Args): Promise<Result | undefined> => {
    try {
      return await body(...args);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return undefined;
      if (error instanceof UserError) {
        void vscode.window.showErrorMessage(error.message);
        return undefined;
      }
      log.bug(context, error);
      return undefined;
    }
  };

/**
 * The same for what a language model calls, who is told a `UserError` in its own words. Of a bug it is told nothing: its
 * message may quote what was being read.
 */
export const answering =
  <Input>(
    log: Log,
    context: string,
    body: (input: Input, token: vscode.CancellationToken) => Promise<string>,
  ) =>
  async (input: Input, token: vscode.CancellationToken): Promise<string> => {
    try {
      return await body(input, token);
    } catch (error) {
      if (error instanceof vscode.CancellationError || error instanceof UserError) throw error;
      log.bug(context, error);
      throw new Error('Keystow could not answer. Its output channel says more.');
    }
  };
