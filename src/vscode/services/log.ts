import * as vscode from 'vscode';

/** The output channel. Takes no free text from documents: paths, counts and ids only. */
export class Log implements vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel('Keystow', { log: true });

  info(message: string): void {
    this.#channel.info(message);
  }

  warn(message: string): void {
    this.#channel.warn(message);
  }

  /** What only who looks for it wants to read; `lines` is asked only where somebody does. */
  debug(lines: () => readonly string[]): void {
    if (this.#channel.logLevel === vscode.LogLevel.Off || this.#channel.logLevel > vscode.LogLevel.Debug)
      return;
    for (const line of lines()) this.#channel.debug(line);
  }

  /** Names the error and where it came from, without its message. */
  bug(context: string, error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    const frames =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    this.#channel.error(`${context}: ${name}\n${frames.join('\n')}`);
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
