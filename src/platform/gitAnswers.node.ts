import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Cancellation } from '../engine/index';
import type { GitRepository } from './gitRepository.node';

/** Ids, as many as are known at a time. */
export type Ids = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** Takes what git prints: every answer that is complete, one for each id that was asked for, in that order. */
export interface AnswerReader {
  read(chunk: Buffer): void;
  /** Nothing comes any more. */
  end(): void;
}

/**
 * Asks one git process about many objects, by ids on its standard input. Git ends at an object that is missing or
 * broken: that one is told as undefined, and git is started again for those behind it.
 *
 * @param tell hears of each id, in order; `undefined` where there is no answer.
 */
export async function askInOrder<Answer>(
  { repository, args, reader }: Question<Answer>,
  ids: Ids,
  tell: (id: string, answer: Answer | undefined) => void,
  cancel: Cancellation,
): Promise<void> {
  /** Asked for and not told yet, from `told` on. */
  let waiting: string[] = [];
  let told = 0;
  let broken = 0;
  let current: Run | undefined;
  const answer = (given: Answer | undefined): void => {
    const id = waiting[told++];
    if (id !== undefined) tell(id, given);
    if (told === waiting.length) {
      waiting = [];
      told = 0;
    }
  };
  const start = (): Run => new Run(repository.start(args), reader(answer), cancel);
  /** Git has ended before its time: what it was at is broken. */
  const goOn = (): Run => {
    if (told < waiting.length) {
      answer(undefined);
      broken++;
    }
    const next = start();
    next.ask(waiting.slice(told));
    return next;
  };
  for await (const some of ids) {
    if (cancel.cancelled) break;
    for (const id of some) waiting.push(id);
    if (broken > mostBroken) continue;
    current ??= start();
    current.ask(some);
    while ((await current.flushed()) === 'ended' && broken <= mostBroken && !cancel.cancelled)
      current = goOn();
  }
  while (current !== undefined && broken <= mostBroken && !cancel.cancelled) {
    await current.end();
    if (told === waiting.length) return;
    current = goOn();
  }
  current?.kill();
  while (!cancel.cancelled && told < waiting.length) answer(undefined);
}

export interface Question<Answer> {
  readonly repository: GitRepository;
  readonly args: readonly string[];
  readonly reader: (tell: (answer: Answer | undefined) => void) => AnswerReader;
}

/** Where more objects than these are broken, the others are not asked for either. */
const mostBroken = 1000;

/** One process. */
class Run {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<void>;
  #isOver = false;

  constructor(child: ChildProcessWithoutNullStreams, reader: AnswerReader, cancel: Cancellation) {
    this.#child = child;
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => {
      if (cancel.cancelled) this.kill();
      else reader.read(chunk);
    });
    this.#ended = new Promise((resolve) => {
      child.on('error', () => {
        this.#isOver = true;
        resolve();
      });
      child.on('close', (code) => {
        this.#isOver = true;
        if (code !== null) reader.end(); // git looks at an object before it prints anything of it
        resolve();
      });
    });
  }

  ask(ids: readonly string[]): void {
    if (ids.length > 0) this.#child.stdin.write(`${ids.join('\n')}\n`);
  }

  /** Waits until git takes more, or has ended. */
  async flushed(): Promise<'ready' | 'ended'> {
    const { stdin } = this.#child;
    if (stdin.writableNeedDrain && !this.#isOver)
      await Promise.race([new Promise((resolve) => stdin.once('drain', resolve)), this.#ended]);
    return this.#isOver ? 'ended' : 'ready';
  }

  end(): Promise<void> {
    this.#child.stdin.end();
    return this.#ended;
  }

  kill(): void {
    this.#child.kill();
  }
}
