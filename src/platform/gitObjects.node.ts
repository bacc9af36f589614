import type { Cancellation } from '../engine/index';
import { type AnswerReader, askInOrder, type Ids } from './gitAnswers.node';
import type { GitRepository } from './gitRepository.node';

export interface GitObject {
  readonly type: string;
  /** They are its own only until the next object is read. */
  readonly bytes: Buffer;
}

/**
 * Reads objects, as they are stored, through one `git cat-file --batch`; never more than one of them is held.
 *
 * @param take hears of each object in order; undefined for one that is missing or broken.
 */
export const readObjects = (
  repository: GitRepository,
  ids: Ids,
  take: (id: string, object: GitObject | undefined) => void,
  cancel: Cancellation,
): Promise<void> =>
  askInOrder(
    {
      repository,
      args: ['cat-file', '--batch', '--buffer'],
      reader: (tell: (object: GitObject | undefined) => void) => new ObjectReader(tell),
    },
    ids,
    take,
    cancel,
  );

/** Reads `<id> <type> <size>`, a line break, the content, and a line break. */
class ObjectReader implements AnswerReader {
  readonly #tell: (object: GitObject | undefined) => void;
  /** What has come of an answer that is not complete. */
  #parts: Buffer[] = [];
  #have = 0;
  /** How much is needed to go on. */
  #need = 0;
  #header: { readonly type: string; readonly size: number } | undefined;

  constructor(tell: (object: GitObject | undefined) => void) {
    this.#tell = tell;
  }

  read(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#have += chunk.length;
    if (this.#have < this.#need) return;
    const all = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    const rest = all.subarray(this.#take(all));
    this.#parts = rest.length === 0 ? [] : [rest];
    this.#have = rest.length;
  }

  end(): void {}

  /** Takes every answer that is complete, and gives where the first one begins that is not. */
  #take(all: Buffer): number {
    let at = 0;
    for (;;) {
      if (this.#header === undefined) {
        const end = all.indexOf(newline, at);
        if (end < 0) break;
        const [, type = '', size] = all.toString('latin1', at, end).split(' ');
        at = end + 1;
        if (size === undefined)
          this.#tell(undefined); // `<id> missing`
        else this.#header = { type, size: Number(size) };
        continue;
      }
      const { type, size } = this.#header;
      if (all.length - at < size + 1) {
        this.#need = size + 1;
        return at;
      }
      this.#header = undefined;
      this.#tell({ type, bytes: all.subarray(at, at + size) });
      at += size + 1;
    }
    this.#need = 0;
    return at;
  }
}

const newline = 10;

/** What git knows of an object without reading it. */
export interface ObjectHeader {
  readonly id: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Git could not list what it has: what was told before is not all. */
export class GitFailed extends Error {}

/**
 * The headers of objects; of every object there is, also those that nothing refers to, where no ids are given. One that
 * is missing or broken has the type `missing`.
 *
 * @throws GitFailed at the end, where git could not list every object.
 */
export async function* headersOf(
  repository: GitRepository,
  ids: readonly string[] | 'all',
): AsyncGenerator<readonly ObjectHeader[]> {
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize)';
  const which = ids === 'all' ? ['--batch-all-objects', '--unordered'] : [];
  const child = repository.start(['cat-file', format, '--buffer', ...which]);
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  let complains = false;
  let isMissing = false;
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complains ||= /^(?:error|fatal):/m.test(part);
  });
  child.stdin.end(ids === 'all' ? '' : `${ids.join('\n')}\n`);
  let rest = '';
  for await (const chunk of child.stdout.setEncoding('latin1') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    const headers = lines.map((line) => {
      const [id = '', type = '', size = ''] = line.split(' ');
      return { id, type, size: Number(size) };
    });
    isMissing ||= headers.some(({ type }) => type === 'missing');
    yield headers;
  }
  // A pack without a sound index is left out with a complaint, and git goes on. A missing object is told above.
  if (ids === 'all' && ((await ended) !== 0 || (complains && !isMissing)))
    throw new GitFailed('not every object was listed');
}
