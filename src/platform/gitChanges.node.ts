import type { Cancellation } from '../engine/index';
import { type AnswerReader, askInOrder, type Ids } from './gitAnswers.node';
import { type GitRepository, nameOf } from './gitRepository.node';

/** A blob at a path of a tree or the index. */
export interface Entry {
  /** `100644`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  readonly id: string;
}

/** What becomes of one path. */
export interface Change {
  readonly path: string;
  /** Undefined where the path is gone. */
  readonly now: Entry | undefined;
  /** What the parents have there: several after a merge, none where it is new. */
  readonly before: readonly Entry[];
  /** A merge has left it to be settled. */
  readonly unmerged: boolean;
}

/** What a commit changes: of a merge what is as in none of its parents. */
export interface CommitChanges {
  readonly commit: string;
  readonly changes: readonly Change[];
}

/** Options for what differs, and nothing of a repository's own ways to show it. Renames are told by what is found. */
export const rawChanges = ['--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv'];

/**
 * What each commit changes, through one `git diff-tree`, in the order of the ids.
 *
 * @param take hears of each; undefined for a commit that cannot be compared with its parents.
 */
export const readChanges = (
  repository: GitRepository,
  commits: Ids,
  take: (commit: string, changes: readonly Change[] | undefined) => void,
  cancel: Cancellation,
): Promise<void> =>
  askInOrder(
    {
      repository,
      args: ['diff-tree', '--stdin', '-r', '--root', '-c', '--always', ...rawChanges],
      reader: (tell: (changes: readonly Change[] | undefined) => void) => new ChangeReader(tell),
    },
    commits,
    take,
    cancel,
  );

/** Reads `<commit>`, and for each path `:<modes> <ids> <status>` and the path; each of them ends with a NUL. */
class ChangeReader implements AnswerReader {
  readonly #tell: (changes: readonly Change[] | undefined) => void;
  #rest: Buffer = Buffer.alloc(0);
  #entry: Buffer | undefined;
  #changes: Change[] | undefined;

  constructor(tell: (changes: readonly Change[] | undefined) => void) {
    this.#tell = tell;
  }

  read(chunk: Buffer): void {
    const all = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let end = all.indexOf(0); end >= 0; end = all.indexOf(0, at)) {
      this.#field(all.subarray(at, end));
      at = end + 1;
    }
    this.#rest = all.subarray(at);
  }

  end(): void {
    if (this.#changes !== undefined) this.#tell(this.#changes);
    this.#changes = undefined;
  }

  #field(field: Buffer): void {
    if (this.#entry !== undefined) {
      this.#changes?.push(changeOf(this.#entry, field));
      this.#entry = undefined;
    } else if (field[0] === colon) this.#entry = Buffer.from(field);
    else {
      this.end();
      this.#changes = [];
    }
  }
}

const colon = 58;

/** The changes in an answer of `diff-index`. */
export function changesIn(raw: Buffer): readonly Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < raw.length; ) {
    const middle = raw.indexOf(0, at);
    const end = raw.indexOf(0, middle + 1);
    if (middle < 0 || end < 0) break;
    changes.push(changeOf(raw.subarray(at, middle), raw.subarray(middle + 1, end)));
    at = end + 1;
  }
  return changes;
}

/** `:100644 100644 <id> <id> M`; after a merge with a colon, a mode and an id more for each other parent. */
function changeOf(entry: Buffer, path: Buffer): Change {
  const text = entry.toString('latin1');
  const parents = text.lastIndexOf(':') + 1;
  const fields = text.slice(parents).split(' ');
  const [now, ...before] = Array.from({ length: parents + 1 }, (_, at): Entry | undefined => {
    const place = at === 0 ? parents : at - 1; // the result stands last
    const mode = fields[place] ?? absent;
    return mode === absent ? undefined : { mode, id: fields[place + parents + 1] ?? '' };
  });
  return {
    path: nameOf(path),
    now,
    before: before.filter((one) => one !== undefined),
    unmerged: fields.at(-1) === 'U',
  };
}

const absent = '000000';
