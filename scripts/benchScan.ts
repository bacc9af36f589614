// The figures of `npm run bench` for one document: long ones, each edit of one, and texts that are made to take time.
import { performance } from 'node:perf_hooks';
import { defaultSettings, plainOf, reachOf, scanDocument, together } from '../src/engine/index';
import { told } from './benchAudit';
import { median } from './benchGit';

const line = (n: number): string =>
  `export const name${n} = computeSomething(firstArgument, "a text", 12345); // why it is so`;
const linesOf = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => line(n));

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const scan = (text: string): number => timeOf(() => scanDocument({ path: 'a.ts', text }));

/** All of a long document, against putting its lines together. */
function long(): void {
  const lines = [...linesOf(50_000)];
  const ratios = Array.from({ length: 21 }, (_, round) => {
    lines[round] = `// ${round}`;
    let text = '';
    const join = timeOf(() => {
      text = lines.join('\n');
    });
    return scan(text) / join;
  });
  console.log(told('scan of 50,000 lines / joining them', ratios.slice(5), 4, 2));
}

/** An edit of one line in 5,000, as the editor looks at it: by the lines around it, where nothing was found before. */
function edits(): void {
  const lines = [...linesOf(5000)];
  const whole = median(Array.from({ length: 21 }, () => scan(lines.join('\n'))));
  const textOf = (from: number, to: number): string => lines.slice(from, to).join('\n');
  let plain = plainOf({ path: 'a.ts', text: lines.join('\n') }, defaultSettings);
  const ratios = Array.from({ length: 11 }, (_, round) => {
    const times = Array.from({ length: 1000 }, (_, edit) => {
      const at = 1 + ((round * 1000 + edit) % 4998);
      lines[at] = `${line(at)} // ${edit}`;
      return timeOf(() => {
        const range = reachOf({ count: lines.length, textOf }, { from: at, to: at + 1 });
        const near = range && plainOf({ path: 'a.ts', text: textOf(range.from, range.to) }, defaultSettings);
        plain = near && plain && together(plain, near);
      });
    });
    return (times.toSorted((a, b) => a - b)[990] ?? 0) / whole;
  });
  if (plain === undefined) throw new Error('the text is not plain: every edit is scanned as a whole');
  console.log(told('edit of one line in 5,000, p99 / scan of all, p50', ratios.slice(2), 0.05, 0.01));
}

/** What each megabyte is made of. Split where a scanner would take it for a key. */
const hostile: readonly string[] = [
  ...['eyJ', '-eyJ', 'A', 'sk-proj-', 'AzCa', 'a://a:', '"', '"a" + ', '"sk-" ', 'api_key= ', 'password='],
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
  `key = "${'0123456789abcdef'.repeat(2)}"\n`,
  ...['<!--', '# ', ['$', '{'].join(''), '[["', "''", '/*', '(((', '=', '\u0000a', 'é"', '://a:b@', 'x\n'],
];

/** A megabyte that is made to take time, against one of a program. */
function hostileInput(): void {
  const size = 2 ** 20;
  const ordinary = linesOf(13_000).join('\n').slice(0, size);
  const of = (text: string): number =>
    median(Array.from({ length: 3 }, (_, round) => scan(`${text}${' '.repeat(round)}`)));
  let worst = '';
  const ratios = Array.from({ length: 3 }, () => {
    const usual = of(ordinary);
    const all = hostile.map((part) => of(part.repeat(Math.ceil(size / part.length)).slice(0, size)) / usual);
    const most = Math.max(...all);
    worst = JSON.stringify(hostile[all.indexOf(most)]);
    return most;
  });
  console.log(
    told(`hostile megabyte, the worst of ${hostile.length} (${worst}) / an ordinary one`, ratios, 8, 4),
  );
}

export function scanFigures(): void {
  long();
  edits();
  hostileInput();
}
