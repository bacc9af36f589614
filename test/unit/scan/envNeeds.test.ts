import assert from 'node:assert/strict';
import { namedReads } from '../../../src/engine/index';
import { envNeed } from '../../../src/engine/scan/envNeeds';

/** A file, and what it does without `A_KEY`: in order, for each place that reads it. */
const cases: readonly (readonly [path: string, text: string, needs: string])[] = [
  ['a.js', 'f(process.env.A_KEY)', 'needed'],
  ['a.ts', 'const a = process.env["A_KEY"]!;', 'needed'],
  ['a.ts', 'const a = process.env.A_KEY as string;', 'needed'],
  ['a.js', 'const { B, A_KEY } = process.env;', 'needed'],
  ['a.js', "const { B = 'x', A_KEY: a = 'x' } = process.env;", 'optional'],
  ['a.js', "const { B_A_KEY = 'x', A_KEY } = process.env;", 'needed'],
  ['a.js', "f(process.env.A_KEY ?? 'x', process.env.A_KEY || 'x')", 'optional optional'],
  ['a.js', "process.env.A_KEY ?? fail('A_KEY'); process.env.A_KEY || throwError()", 'needed optional'],
  ['a.js', 'if (!process.env.A_KEY) throw new Error();\nf(process.env.A_KEY);', 'tested needed'],
  ['a.js', 'if (process.env.A_KEY === undefined) process.exit(1);', 'tested'],
  ['a.js', 'if (process.env.A_KEY) f();\nf(!!process.env.A_KEY);', 'optional optional'],
  ['a.js', 'if (x) return process.env.A_KEY;', 'needed'],
  ['a.js', 'f(process.env.A_KEY ? 1 : 2, process.env.A_KEY?.trim());', 'optional optional'],
  ['a.js', "f(process.env.A_KEY === 'true', process.env.A_KEY && 1);", 'optional optional'],
  ['a.js', 'f(process.env.A_KEY, 1);\ng([process.env.A_KEY, 1]);', 'needed needed'],
  ['a.py', 'f(os.environ["A_KEY"], os.getenv("A_KEY"))', 'needed needed'],
  ['a.py', 'f(os.environ.get("A_KEY", "x"), os.getenv("A_KEY", None))', 'optional optional'],
  ['a.py', 'a = os.environ.get("A_KEY") or "x"', 'optional'],
  ['a.py', 'if not os.getenv("A_KEY"):\n    sys.exit(1)', 'tested'],
  ['a.py', 'a = os.getenv("A_KEY") or sys.exit("A_KEY")', 'needed'],
  ['a.rb', 'f(ENV["A_KEY"], ENV.fetch("A_KEY"))', 'needed needed'],
  [
    'a.rb',
    'ENV.fetch("A_KEY", "x"); ENV.fetch("A_KEY") { "x" }; ENV["A_KEY"] || "x"',
    'optional optional optional',
  ],
  ['a.rb', 'a = ENV["A_KEY"] or raise "A_KEY"', 'needed'],
  ['a.php', "<?php f(getenv('A_KEY'), $_ENV['A_KEY'], env('A_KEY'));", 'needed needed needed'],
  ['a.php', "<?php $a = getenv('A_KEY') ?: 'x'; $b = $_ENV['A_KEY'] ?? 'x';", 'optional optional'],
  ['a.php', "<?php return ['a' => env('A_KEY', 'x'), 'b' => env('A_KEY')];", 'optional needed'],
  ['a.php', "<?php if (isset($_ENV['A_KEY'])) f();", 'optional'],
  ['a.go', 'f(os.Getenv("A_KEY"), 1)', 'needed'],
  ['a.go', 'a := cmp.Or(os.Getenv("A_KEY"), "x")', 'optional'],
  ['a.go', 'if a := os.Getenv("A_KEY"); a != "" {', 'optional'],
  ['a.go', 'a, ok := os.LookupEnv("A_KEY")', 'optional'],
  ['a.rs', 'let a = env::var("A_KEY").unwrap(); let b = env::var("A_KEY")?;', 'needed needed'],
  ['a.rs', 'let a = env::var("A_KEY")\n    .expect("A_KEY");', 'needed'],
  ['a.rs', 'env::var("A_KEY").unwrap_or("x".into()); env::var("A_KEY").ok();', 'optional optional'],
  ['a.rs', 'if let Ok(a) = env::var("A_KEY") {', 'optional'],
  ['a.java', 'f(System.getenv("A_KEY")); Optional.ofNullable(System.getenv("A_KEY"))', 'needed optional'],
  ['a.java', 'if (System.getenv("A_KEY") == null) throw new E();', 'tested'],
  ['a.cs', 'var a = Environment.GetEnvironmentVariable("A_KEY") ?? "x";', 'optional'],
  ['a.cs', 'var a = Environment.GetEnvironmentVariable("A_KEY") ?? throw new E("A_KEY");', 'needed'],
  ['a.lua', 'local a = os.getenv("A_KEY") or "x"; f(os.getenv("A_KEY"))', 'optional needed'],
  ['a.sh', 'curl -u "$A_KEY:" "${A_KEY:?}"', 'needed needed'],
  ['a.sh', 'a="${A_KEY:-x}"; b="${A_KEY-x}"; c=${A_KEY:+1}', 'optional optional optional'],
  ['a.sh', 'if [ -z "$A_KEY" ]; then exit 1; fi\n[ -n "$A_KEY" ] && f', 'tested optional'],
];

describe('what a program does without a variable', () => {
  for (const [path, text, needs] of cases)
    it(`${path}: ${JSON.stringify(text).slice(0, 70)}`, () => {
      const reads = namedReads({ path, text }).filter(({ name }) => name === 'A_KEY');
      assert.equal(reads.map((read) => envNeed(text, read)).join(' '), needs);
    });

  it('takes time that grows with the text and no faster', () => {
    for (const piece of ['if ', '{ A, ', ' ', '!', 'process.env.A ', '-z "'])
      for (const text of [
        piece.repeat(100_000),
        `${piece.repeat(100_000)}\nprocess.env.A_KEY${piece.repeat(1000)}`,
      ]) {
        const at = text.indexOf('process.env.A_KEY');
        const span = { start: Math.max(at, 0), end: Math.max(at, 0) + 17 };
        const started = performance.now();
        envNeed(text, { name: 'A_KEY', span });
        assert.ok(performance.now() - started < 500, piece);
      }
  });
});
