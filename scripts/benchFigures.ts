// Every figure of `npm run bench` that compares: of what, what it must reach and aims at, and what is usual.

/** A newer node starts faster itself, and there is less to compare with. */
const isNewer = (version: string): boolean => Number(version.split('.')[0]) >= 22;

/** What is reached by the version of node. */
const limitsOf = (version: string): { readonly must: number; readonly aim: number } =>
  isNewer(version) ? { must: 2.2, aim: 1.8 } : { must: 1.6, aim: 1.3 };

/** A ratio against a peer in the same run. */
export interface Figure {
  /** `{}` stands for what the run knows. */
  readonly title: string;
  readonly must: number;
  readonly aim?: number;
  /** It is better the larger it is. */
  readonly isLeast?: true;
  /** The median of `npm run bench -- short` on the day below. Only what it measures has one. */
  readonly usual?: number;
}

/** The day on which the usual values were measured. */
const usualOn = '2026-11-30';

/** A slow machine is slow for the peer too: what is further from the usual than this is a mistake. */
const gross = 2;

const own = limitsOf(process.versions.node);

/** One of two values: for node 20, and for node 24. */
const byNode = (older: number, newer: number): number => (isNewer(process.versions.node) ? newer : older);

export const figures = {
  ripgrep: { title: 'audit / ripgrep -F with all prefixes, CPU', must: 1.2, aim: 0.9, usual: 6 },
  reading: { title: 'audit / node reading the same files, CPU', must: 2.6, aim: 2, usual: byNode(4.5, 6.9) },
  secretlint: { title: 'secretlint / audit, {} MB of source, CPU', must: 20, aim: 33, isLeast: true },
  rules: { title: 'audit with two rules of a policy / without, CPU', must: 1.2 },
  memory: { title: 'audit peak memory / node -e 0', must: 3, aim: 2 },
  staged: { title: 'audit --staged, 110 lines / node -e 0, CPU', ...own, usual: byNode(1.35, 1.9) },
  hook: { title: 'hook run pre-commit, 110 lines / node -e 0, CPU', ...own, usual: byNode(1.35, 1.9) },
  version: { title: 'keystow --version / node -e 0, CPU', must: 1.3, usual: 1.05 },
  nothing: {
    title: 'audit of an empty repository / node -e 0, CPU',
    must: byNode(3, 5),
    usual: byNode(2, 3.7),
  },
  activation: {
    title: 'node that activates the extension / one that does nothing, CPU',
    must: 1.3,
    usual: 1.05,
  },
  long: { title: 'scan of 50,000 lines / joining them', must: 4, aim: 2, usual: 2.5 },
  edit: { title: 'edit of one line in 5,000, p99 / scan of all, p50', must: 0.05, aim: 0.01 },
  edits: {
    title: 'edit of one line in 5,000, one of a thousand / scan of all, CPU',
    must: 0.03,
    usual: 0.02,
  },
  hostile: {
    title: 'hostile megabyte, the worst of {} / an ordinary one',
    must: 8,
    aim: 4,
    usual: byNode(8, 11),
  },
  blobs: { title: 'audit --staged of 2,000 files / git cat-file, CPU without start', must: 3 },
  history: {
    title: 'audit --history of 20,000 commits / git cat-file --batch-all-objects --batch, CPU',
    must: 3,
  },
} as const satisfies Readonly<Record<string, Figure>>;

/** The hook of a commit, with the node of that version. */
export const commitFigure = (version: string): Figure => ({
  title: `hook, {} / node -e 0, node v${version}, CPU with git`,
  ...limitsOf(version),
});

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Three digits that tell something, of small ratios too. */
const shown = (ratio: number): string => (ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2));

/** One run of the bench: how much is measured, and what came of it. */
export class Bench {
  readonly rounds: number;
  #failed = 0;

  /** @param isShort whether it is told only what is grossly slower than usual */
  constructor(readonly isShort: boolean) {
    this.rounds = Number(process.env.BENCH_ROUNDS ?? (isShort ? 5 : 9));
  }

  /** How many figures of a short run are beyond their limit. */
  get failed(): number {
    return this.#failed;
  }

  /** Prints a figure beside what it must reach, or in a short run beside what is usual. */
  tell(figure: Figure, ratios: readonly number[], detail = ''): void {
    const title = figure.title.replace('{}', () => detail);
    const sorted = ratios.toSorted((a, b) => a - b);
    const range = `${shown(sorted[0] ?? 0)} to ${shown(sorted.at(-1) ?? 0)}`;
    const [word, limit] = this.isShort ? this.#gross(figure, median(sorted)) : reached(figure, sorted);
    console.log(`${word.padEnd(5)} ${title}: ${shown(median(sorted))} (${range}; ${limit})`);
  }

  /** Prints whether something holds that has no figure. */
  check(said: string, holds: boolean): void {
    if (!holds) this.#failed++;
    console.log(`${said}: ${holds ? 'PASS' : 'FAIL'}`);
  }

  #gross({ title, usual }: Figure, middle: number): readonly [word: string, limit: string] {
    if (usual === undefined) throw new Error(`nobody has said what is usual for ${title}`);
    const isMet = middle <= gross * usual; // also false for no number
    if (!isMet) this.#failed++;
    return [
      isMet ? 'PASS' : 'FAIL',
      `usual ${usual} on ${usualOn}, fails beyond ${Number((gross * usual).toFixed(4))}`,
    ];
  }
}

/** PASS or FAIL where most rounds agree, NOISY where they lie on both sides of what must be reached. */
function reached(
  { must, aim, isLeast }: Figure,
  sorted: readonly number[],
): readonly [word: string, limit: string] {
  const isMet = (ratio: number): boolean => (isLeast ? ratio >= must : ratio <= must);
  const quarter = Math.floor(sorted.length / 4);
  const inner = sorted.slice(quarter, sorted.length - quarter);
  const word = inner.every(isMet) ? 'PASS' : inner.some(isMet) ? 'NOISY' : 'FAIL';
  const limit = `${isLeast ? 'at least' : 'at most'} ${must}`;
  return [word, aim === undefined ? limit : `${limit}, aim ${aim}`];
}
