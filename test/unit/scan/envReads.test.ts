import assert from 'node:assert/strict';
import { firstEnvRead, namedReads } from '../../../src/engine/index';

/** A file, and the variables that it reads by their names. */
const cases: readonly (readonly [path: string, text: string, names: string])[] = [
  ['a.js', 'f(process.env.A, process.env?.B, process.env["C"], process.env?.[`D`]);', 'A B C D'],
  ['a.js', 'const { A, B: b, C = "x", ...rest } = process.env;\nf(process.env);', 'A B C'],
  ['a.ts', 'const {\n  A,\n  B,\n} = process.env as Env;', 'A B'],
  [
    'a.js',
    'process.env.A = "x";\nprocess.env["B"] ??= "x";\nf(process.env.A, process.env.B, process.env.C);',
    'C',
  ],
  ['a.js', 'if (process.env.A === "x" || process.env.B == 1) f(() => process.env.C);', 'A B C'],
  ['a.js', '// process.env.A\n /* process.env.B\n  * process.env.C */\nf(process.env[name]);', ''],
  ['a.tsx', 'const a = process.env.A!;', 'A'],
  ['a.py', 'os.environ["A"], os.environ.get(\'B\'), os.getenv("C", "x"), os.environ[name]', 'A B C'],
  ['a.py', 'os.environ["A"] = "x"\n# os.environ["B"]\nf(os.environ["A"])', ''],
  ['a.go', 'os.Getenv("A"); os.LookupEnv(`B`); os.Getenv(name)', 'A B'],
  ['a.rb', 'ENV["A"]; ENV.fetch("B"); ENV.fetch "C", nil; ENV[\'D\'] = "x"; ENV[name]', 'A B C'],
  ['a.php', "<?php getenv('A'); $_ENV['B']; env('C'); getenv($name);", 'A B C'],
  ['a.rs', 'env::var("A"); std::env::var_os("B"); env::var(name);', 'A B'],
  ['a.java', 'System.getenv("A"); System.getenv(name);', 'A'],
  ['a.cs', 'Environment.GetEnvironmentVariable("A"); Environment.GetEnvironmentVariable(name);', 'A'],
  ['a.lua', 'os.getenv("A") os.getenv \'B\'', 'A B'],
  ['a.sh', 'f "$A_KEY" "${B_TOKEN:?}"', 'A_KEY B_TOKEN'],
  [
    'a.sh',
    'A_KEY=1\nexport B_KEY=2\nread -r C_KEY\nf "$A_KEY" "$B_KEY" "$C_KEY" "$D_KEY"\n# $E_KEY',
    'D_KEY',
  ],
  ['a.txt', 'process.env.A', ''],
];

describe('variables that code reads', () => {
  for (const [path, text, names] of cases)
    it(`${path}: ${JSON.stringify(text).slice(0, 60)}`, () => {
      assert.equal(
        namedReads({ path, text })
          .map(({ name }) => name)
          .join(' '),
        names,
      );
    });

  it('reading any is told without a name', () => {
    for (const [path, text] of [
      ['a.js', 'f(process.env)'],
      ['a.py', 'f(os.environ)'],
      ['a.go', 'os.Getenv(name)'],
      ['a.rb', 'ENV.fetch(name)'],
      ['a.php', '<?php getenv($name);'],
      ['a.rs', 'env::var(name)'],
    ] as const)
      assert.ok(firstEnvRead({ path, text }), path);
  });

  it('takes time that grows with the text and no faster', () => {
    for (const [path, piece] of [
      ['a.js', '{ A, '],
      ['a.js', '{A} = process.env '],
      ['a.js', ' * process.env.A'],
      ['a.sh', 'A_KEY read '],
      ['a.sh', '$A_KEY '],
      ['a.py', 'os.environ[ '],
    ] as const) {
      const started = performance.now();
      namedReads({ path, text: piece.repeat(200_000 / piece.length) });
      assert.ok(performance.now() - started < 2000, piece);
    }
  });
});
