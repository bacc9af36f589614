import assert from 'node:assert/strict';
import { applyEdits, isRefusal, planFix, scanDocument } from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

/** The file, its line, and what becomes of it: undefined where it stays silent, null where there is no fix. */
const cases: readonly (readonly [path: string, text: string, after: string | null | undefined])[] = [
  ['a.js', 'console.log(process.env.OPENAI_API_KEY);', 'console.log(Boolean(process.env.OPENAI_API_KEY));'],
  [
    'a.ts',
    'console.error("key", process.env["A_TOKEN"]);',
    'console.error("key", Boolean(process.env["A_TOKEN"]));',
  ],
  ['a.ts', 'console.log(`key: ${process.env.A_KEY}`);', 'console.log(`key: ${Boolean(process.env.A_KEY)}`);'],
  ['a.ts', 'console.log(process.env.A_KEY?.slice(0, 8));', 'console.log(Boolean(process.env.A_KEY));'],
  [
    'a.ts',
    'const key = process.env.A_KEY;\nconsole.log("using", key);',
    'const key = process.env.A_KEY;\nconsole.log("using", Boolean(key));',
  ],
  [
    'a.ts',
    'const key = process.env.A_KEY;\nconsole.log(`using ${key.slice(0, 8)}…`);',
    'const key = process.env.A_KEY;\nconsole.log(`using ${Boolean(key)}…`);',
  ],
  ['a.py', 'import os\nprint(os.environ["A_KEY"])', 'import os\nprint(bool(os.environ.get("A_KEY")))'],
  [
    'a.py',
    'import os\nprint(f"key {os.getenv(\'A_KEY\')}")',
    'import os\nprint(f"key {bool(os.environ.get(\'A_KEY\'))}")',
  ],
  [
    'a.py',
    'import os\nkey = os.environ["A_KEY"]\nprint(key[:8])',
    'import os\nkey = os.environ["A_KEY"]\nprint(bool(key))',
  ],
  ['a.rb', 'puts ENV["A_KEY"]', 'puts ENV.key?("A_KEY")'],
  [
    'a.go',
    'package a\nfunc f() { fmt.Println(os.Getenv("A_KEY")) }',
    'package a\nfunc f() { fmt.Println(os.Getenv("A_KEY") != "") }',
  ],
  ['a.php', "<?php echo getenv('A_KEY');", "<?php echo (bool) getenv('A_KEY');"],
  ['a.sh', 'echo "key: $A_KEY"', 'echo "key: ${A_KEY:+set}"'],
  ['a.sh', 'echo "key: ${A_KEY}"', 'echo "key: ${A_KEY:+set}"'],
  ['a.py', 'import os\nprint("x", os.environ.get("A_KEY", "none"))', null],
  ['a.sh', 'echo "k=${A_KEY:-none}" "${A_KEY:0:4}"', undefined],
  ['a.sh', 'x=$(echo -n "$A_KEY")', undefined],
  ['a.sh', 'echo hi && curl -H "x: $A_KEY" https://a.invalid', undefined],
  ['a.sh', 'echo "set \\$A_KEY first"', undefined],
  ['a.js', 'console.log(await fetch(u, { headers: { k: process.env.A_KEY } }));', undefined],
  ['a.py', 'import os\nprint(requests.get(u, headers={"k": os.environ["A_KEY"]}))', undefined],
  ['a.go', 'package a\nfunc f() { log.Fatal(http.Serve(ctx, os.Getenv("A_KEY"))) }', undefined],
  ['a.py', 'import os\nkey = os.environ["A_KEY"]\nfor key in d:\n    print(key)', undefined],
  ['a.py', 'import os\nkey = os.environ["A_KEY"]\nprint(d[key])', undefined],
  ['a.js', 'const token = process.env.A_TOKEN;\nfor (const token of all) console.log(token);', undefined],
  ['a.py', 'import os\nprint("set" if os.getenv("A_KEY") else "missing")', undefined],
  ['a.js', 'console.log(process.env.A_KEY?.length);', undefined],
  ['A.java', 'class A { void f() { System.out.println(System.getenv("A_KEY")); } }', null],
  ['a.js', 'console.log(Boolean(process.env.A_KEY), !process.env.B_KEY);', undefined],
  ['a.js', 'console.log(process.env.A_KEY ? "set" : "not set");', undefined],
  ['a.js', 'console.log(process.env.A_KEY === undefined, typeof process.env.A_KEY);', undefined],
  ['a.js', 'console.log(mask(process.env.A_KEY));', undefined],
  ['a.js', 'console.log(process.env.NODE_ENV, process.env.MAX_TOKENS, process.env.PUBLIC_KEY);', undefined],
  ['a.js', 'console.log("set process.env.A_KEY first");', undefined],
  ['a.js', '// console.log(process.env.A_KEY)', undefined],
  ['a.js', `run('console.log(process.env.A_KEY)');`, undefined],
  ['a.js', 'const client = new OpenAI({ apiKey: process.env.A_KEY }); console.log(client);', undefined],
  ['a.js', 'const key = process.env.A_KEY;\nif (!key) console.log("no key");\nuse(key);', undefined],
  ['a.py', 'import os\nprint("A_KEY" in os.environ, len(os.environ["A_KEY"]))', undefined],
  ['a.sh', 'echo "$A_TOKEN" | docker login --password-stdin', undefined],
  ['a.sh', 'echo "A_KEY=$A_KEY" >> "$GITHUB_ENV"', undefined],
  ['a.sh', "echo 'export $A_KEY'", undefined],
  ['a.sh', 'curl -H "Authorization: Bearer $A_KEY" https://a.invalid', undefined],
];

describe('code that shows keys', () => {
  for (const [path, text, after] of cases)
    it(`${path}: ${text}`, async () => {
      const found = scanDocument({ path, text: `${text}\n` });
      assert.deepEqual(
        found.map(({ rule }) => rule),
        after === undefined ? [] : ['env-value-shown'],
      );
      const [finding] = found;
      if (finding === undefined) return;
      const document = { path, text: `${text}\n` };
      const plan = await planFix({ workspace: new MemoryWorkspace({}), parsers }, document, finding);
      if (after === null) {
        assert.ok(isRefusal(plan));
        return;
      }
      assert.ok(!isRefusal(plan));
      const [edit] = plan.edits;
      assert.ok(edit?.kind === 'change');
      const changed = applyEdits(edit.before, edit.edits);
      assert.equal(changed, `${after}\n`);
      assert.deepEqual(scanDocument({ path, text: changed }), []);
    });
});
