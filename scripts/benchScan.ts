// The figures of `npm run bench` for one document: long ones, each edit of one, and texts that are made to take time.
import { performance } from 'node:perf_hooks';
import { defaultSettings, plainOf, reachOf, scanDocument, together } from '../src/engine/index';
import { type Bench, figures, median } from './benchFigures';

const line = (n: number): string =>
  `export const name${n} = computeSomething(firstArgument, "a text", 12345); // why it is so`;
const linesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => line(n));

/** CPU of this process, which what else runs on the machine does not hold up. */
function cpuIn(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const scanned = (text: string): unknown => scanDocument({ path: 'a.ts', text });
const scan = (text: string): number => cpuIn(() => scanned(text));

/** All of a long document, against putting its lines together. */
function long(bench: Bench): void {
  const lines = [...linesOf(50_000)];
  const ratios = Array.from({ length: 21 }, (_, round) => {
    lines[round] = `// ${round}`;
    let text = '';
    const join = cpuIn(() => {
      text = lines.join('\n');
    });
    return scan(text) / join;
  });
  bench.tell(figures.long, ratios.slice(5));
}

/** An edit of one line in 5,000, as the editor looks at it: by the lines around it, where nothing was found before. */
function edits(bench: Bench): void {
  const lines = [...linesOf(5000)];
  const textOf = (from: number, to: number): string => lines.slice(from, to).join('\n');
  const text = (): string => textOf(0, lines.length);
  let plain = plainOf({ path: 'a.ts', text: text() }, defaultSettings);
  const look = (at: number): void => {
    const range = reachOf({ count: lines.length, textOf }, { from: at, to: at + 1 });
    const near = range && plainOf({ path: 'a.ts', text: textOf(range.from, range.to) }, defaultSettings);
    plain = near && plain && together(plain, near);
  };
  const all = median(Array.from({ length: 21 }, () => timeOf(() => scanned(text()))));
  const rounds = Array.from({ length: 11 }, (_, round) => {
    const whole = median(Array.from({ length: 5 }, () => scan(text())));
    const times: number[] = [];
    const cpu = cpuIn(() => {
      for (let edit = 0; edit < 1000; edit++) {
        const at = 1 + ((round * 1000 + edit) % 4998);
        lines[at] = `${line(at)} // ${edit}`;
        times.push(timeOf(() => look(at)));
      }
    });
    const p99 = times.toSorted((a, b) => a - b)[990] ?? 0;
    return { mean: cpu / 1000 / whole, p99: p99 / all };
  }).slice(2);
  if (plain === undefined) throw new Error('the text is not plain: every edit is scanned as a whole');
  // One pause of the machine is a p99: too little to fail for.
  if (!bench.isShort)
    bench.tell(
      figures.edit,
      rounds.map(({ p99 }) => p99),
    );
  bench.tell(
    figures.edits,
    rounds.map(({ mean }) => mean),
  );
}

/** What took the most time of what follows, and is looked at in a short run too. */
const worstHostile: readonly string[] = ['"sk-" ', "''", `key = "${'0123456789abcdef'.repeat(2)}"\n`];

/** What each megabyte is made of. Split where a scanner would take it for a key. */
const hostile: readonly string[] = [
  ...worstHostile,
  ...['eyJ', '-eyJ', 'A', 'sk-proj-', 'AzCa', 'a://a:', '"', '"a" + ', 'api_key= ', 'password='],
  ...[
    '{',
    ['`$', '{a}`'].join(''),
    ['eyJhbG', 'ciOi.'].join(''),
    '\\n',
    '0123456789',
    'process.env.A ',
    '"path", ',
    '-us1',
  ],
  `${'0123456789abcdef'.repeat(2)}01234567\n`,
  ...['<!--', '# ', ['$', '{'].join(''), '[["', '/*', '(((', '=', '\u0000a', 'é"', '://a:b@', 'x\n'],
];

/** A megabyte that is made to take time, against one of a program. */
function hostileInput(bench: Bench): void {
  const parts = bench.isShort ? worstHostile : hostile;
  const size = 2 ** 20;
  const ordinary = linesOf(13_000).join('\n').slice(0, size);
  // The least of three: what else runs only adds.
  const of = (text: string): number =>
    Math.min(...Array.from({ length: 3 }, (_, round) => scan(`${text}${' '.repeat(round)}`)));
  for (let round = 0; round < 10; round++) of(ordinary);
  // Each in turns with the ordinary one: a machine is slow for seconds.
  const all = parts.map((part) => {
    const text = part.repeat(Math.ceil(size / part.length)).slice(0, size);
    return { part, ratios: Array.from({ length: bench.rounds }, () => of(text) / of(ordinary)) };
  });
  const [worst] = all.toSorted((one, other) => median(other.ratios) - median(one.ratios));
  if (worst === undefined) throw new Error('there is nothing to scan');
  bench.tell(figures.hostile, worst.ratios, `${parts.length} (${JSON.stringify(worst.part)})`);
}

export function scanFigures(bench: Bench): void {
  long(bench);
  edits(bench);
  hostileInput(bench);
}
