import { Worker } from 'node:worker_threads';
import type { Sought } from '../engine/index';

/** Files of a folder that are looked at; see `glance`. */
export interface Asked {
  readonly root: string;
  readonly files: readonly string[];
  readonly limit: number;
  readonly sought: Sought;
}

/** Milliseconds without a question after which the thread ends. */
const idleMs = 10_000;

/**
 * A thread that looks at files: an audit of thousands does not hold up what else its process does, however slow the disk is.
 * It starts with the first question, and ends when none is left.
 */
export class GlanceThread {
  #worker: Worker | undefined;
  #isBroken = false;
  #idle: NodeJS.Timeout | undefined;
  /** Who waits for an answer; they come in order. */
  #waiting: ((answer: readonly number[] | undefined) => void)[] = [];

  /** @param script the built `glanceWorker`. */
  constructor(private readonly script: string) {}

  /** For each file its bytes where there is nothing to read in it, else -1; undefined where there is no thread. */
  ask(asked: Asked): Promise<readonly number[] | undefined> {
    if (this.#isBroken) return Promise.resolve(undefined);
    clearTimeout(this.#idle);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage(asked);
      } catch {
        this.#fail();
      }
    });
  }

  #start(): Worker {
    // What the process was started with may be nothing for a thread.
    const worker = new Worker(this.script, { execArgv: [] });
    worker.unref();
    worker.on('message', (answer: readonly number[]) => {
      if (worker !== this.#worker) return; // of one that has ended: nobody waits for it
      this.#waiting.shift()?.(answer);
      if (this.#waiting.length > 0) return;
      this.#idle = setTimeout(() => this.dispose(), idleMs);
      this.#idle.unref();
    });
    const failed = (): void => {
      if (worker === this.#worker) this.#fail();
    };
    worker.on('error', failed);
    worker.on('exit', failed);
    return worker;
  }

  /** Whoever asks reads the files itself, from now on. */
  #fail(): void {
    this.#isBroken = true;
    this.dispose();
  }

  dispose(): void {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    for (const resolve of this.#waiting.splice(0)) resolve(undefined);
  }
}
