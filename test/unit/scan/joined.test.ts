import assert from 'node:assert/strict';
import { detectors } from '../../../src/engine/detectors/index';
import { scanDocument } from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';

/** Ways to write a key in two or three pieces, in the languages that have them. */
const joins: readonly (readonly [name: string, write: (a: string, b: string, c: string) => string])[] = [
  ['plus', (a, b, c) => `const k = "${a}" + "${b}" + "${c}";`],
  ['plus over lines', (a, b, c) => `k = (\n  '${a}'\n  + '${b}'\n  + '${c}'\n)`],
  ['plus at the end of lines', (a, b, c) => `k = "${a}" +\n    "${b}" +\r\n    "${c}";`],
  ['adjacent', (a, b, c) => `k = "${a}" "${b}" '${c}'`],
  ['adjacent over lines', (a, b, c) => `k = ("${a}"\n     "${b}"\n     f"${c}")`],
  ['dots', (a, b, c) => `$k = '${a}' . '${b}' . '${c}';`],
  ['two dots', (a, b, c) => `local k = "${a}" .. "${b}" .. "${c}"`],
  ['join', (a, b, c) => `const k = ["${a}", "${b}", "${c}"].join("");`],
  ['join over lines', (a, b, c) => `const k = [\n  "${a}",\n  "${b}",\n  "${c}",\n].join('');`],
  ['join of Python', (a, b, c) => `k = "".join(["${a}", "${b}", "${c}"])`],
  ['continued line', (a, b, c) => `k = "${a}\\\n${b}\\\n${c}"`],
  ['continued outside', (a, b, c) => `k = "${a}" \\\n    "${b}" \\\n    "${c}"`],
];

const rules = [
  'openai-project-key',
  'anthropic-api-key',
  'github-personal-access-token',
  'groq-api-key',
  'xai-api-key',
];

describe('keys in pieces', () => {
  for (const [name, write] of joins) {
    it(`${name}: one finding, from the first piece to the last`, () => {
      for (const rule of rules) {
        const key = madeKey(rule);
        for (const [first, second] of [
          [3, 20],
          [12, 30],
        ] as const) {
          const pieces = [key.slice(0, first), key.slice(first, second), key.slice(second)] as const;
          const text = write(...pieces);
          const found = scanDocument({ path: 'a.txt', text }).map((one) => [
            one.rule,
            one.span.start,
            one.span.end,
          ]);
          const end = text.lastIndexOf(pieces[2]) + pieces[2].length;
          assert.deepEqual(found, [[rule, text.indexOf(pieces[0]), end]], text.slice(0, 12));
        }
      }
    });
  }

  it('however the code puts them together, from the first piece to the last', () => {
    const key = madeKey('github-personal-access-token');
    const [a, b, c] = [key.slice(0, 12), key.slice(12, 25), key.slice(25)];
    for (const text of [
      `format("${a}", "${b}", "${c}")`,
      `a = "${a}"; b = "${b}"; c = "${c}"`,
      `const a = '${a}';\nconst b = '${b}';\nconst c = '${c}';\nuse(a + b + c);`,
      `sb.append("${a}").append("${b}").append("${c}")`,
      `concat!("${a}", "${b}", "${c}")`,
      `strings.Join([]string{"${a}", "${b}", "${c}"}, "")`,
      `implode('', ['${a}', '${b}', '${c}'])`,
      `"${a}" <> "${b}" <> "${c}"`,
      `"source": ["k = \\"${a}\\" + \\"${b}\\" + \\"${c}\\""]`,
      `X="${a}""${b}""${c}"`,
    ])
      assert.deepEqual(
        scanDocument({ path: 'a.txt', text }).map(({ rule, span }) => ({ rule, ...span })),
        [{ rule: 'github-personal-access-token', start: text.indexOf(a), end: text.indexOf(c) + c.length }],
        text.replaceAll(a, 'A').replaceAll(b, 'B').replaceAll(c, 'C'),
      );
  });

  it('but not what is no key when it is put together', () => {
    const key = madeKey('github-personal-access-token');
    const other = madeKey('groq-api-key');
    for (const text of [
      `["${key.slice(0, 12)}", "${key.slice(12)}"].join("-")`,
      `a = "${key.slice(0, 12)}";\n${'// far\n'.repeat(12)}b = "${key.slice(12)}";`,
      'prefixes = ["sk-proj-", "sk-svcacct-", "sk-admin-", "glpat-", "gldt-", "glrt-", "ghp_", "gho_"]',
      'PREFIXES=("glpat-" "gldt-" "glrt-" "glcbt-" "glptt-" "glft-" "glsoat-" "gloas-")',
    ])
      assert.deepEqual(scanDocument({ path: 'a.txt', text }), [], text.slice(0, 20));
    const two = `keys = ["${key}", "${other}"]`;
    assert.equal(scanDocument({ path: 'a.txt', text: two }).length, 2, 'two whole keys stay two');
  });

  it('a whole key does not go on in the next word of a shell', () => {
    const key = madeKey('openai-project-key');
    for (const text of [
      `set -g headers "Authorization: Bearer ${key}" 'Accept: application/json'`,
      `args=(\n  -H "Authorization: Bearer ${key}"\n  "Content"\n)`,
      `curl -H "x-api-key: ${key}" \\\n  "https://api.example.com"`,
    ])
      for (const path of ['a.fish', 'a.sh', 'a.ps1', 'README.md', 'Dockerfile'])
        assert.deepEqual(
          scanDocument({ path, text })
            .filter(({ category }) => category === 'key')
            .map(({ span }) => [span.start, span.end]),
          [[text.indexOf(key), text.indexOf(key) + key.length]],
          path,
        );
    const adjacent = `k = "${key}" "continued"`;
    const [found] = scanDocument({ path: 'a.py', text: adjacent });
    assert.equal(found?.span.end, adjacent.length - 1, 'but in a string beside it, where those are one');
  });

  it('the first of two constants is not taken for the whole, where they are added', () => {
    for (const rule of ['anthropic-api-key', 'stripe-live-secret-key']) {
      const key = madeKey(rule);
      const at = Math.floor(key.length / 2) + 6;
      const [a, b] = [key.slice(0, at), key.slice(at)];
      for (const text of [
        `const a = '${a}';\nconst b = '${b}';\nconst k = a + b;`,
        `a = "${a}"\nb = "${b}"\nk = f"{a}{b}"`,
        `k = "{}{}".format("${a}", "${b}")`,
        `k := fmt.Sprintf("%s%s", "${a}", "${b}")`,
      ])
        assert.deepEqual(
          scanDocument({ path: 'a.txt', text }).map((one) => ({ rule: one.rule, ...one.span })),
          [{ rule, start: text.indexOf(a), end: text.indexOf(b) + b.length }],
          text.replace(a, 'A').replace(b, 'B'),
        );
      const whole = `const a = '${key}';\nconst b = 'large-model-2';\nuse(a, b);`;
      assert.deepEqual(
        scanDocument({ path: 'a.txt', text: whole }).map(({ span }) => whole.slice(span.start, span.end)),
        [key],
      );
    }
  });

  it('of which one part is in a variable', () => {
    const key = madeKey('github-personal-access-token');
    const [a, b] = [key.slice(0, 20), key.slice(20)];
    for (const text of [
      `const tail = '${b}';\nconst k = \`${a}\${tail}\`;`,
      `tail = "${b}"\nk = f"${a}{tail}"`,
      `const head: string = '${a}';\nconst k = \`\${head}${b}\`;`,
    ])
      assert.deepEqual(
        scanDocument({ path: 'a.txt', text }).map(({ rule, span }) => ({ rule, ...span })),
        [
          {
            rule: 'github-personal-access-token',
            start: Math.min(text.indexOf(a), text.indexOf(b)),
            end: Math.max(text.indexOf(a) + a.length, text.indexOf(b) + b.length),
          },
        ],
        text.replace(a, 'A').replace(b, 'B'),
      );
  });

  it('the first piece is not taken for the whole of a key', () => {
    for (const rule of ['anthropic-api-key', 'stripe-live-secret-key', 'openai-none-key']) {
      const key = madeKey(rule);
      const at = Math.floor(key.length / 2) + 6;
      const text = `const k = "${key.slice(0, at)}" + "${key.slice(at)}";`;
      const [found, ...others] = scanDocument({ path: 'a.txt', text });
      assert.deepEqual([found?.rule, found?.span.end, others], [rule, text.length - 2, []]);
    }
  });
});

describe('keys in base64', () => {
  const encode = (text: string): string => btoa(text);

  it('in a Kubernetes secret, and as Basic authentication', () => {
    for (const rule of rules) {
      const key = madeKey(rule);
      for (const [text, run] of [
        [`data:\n  key: ${encode(key)}\n`, encode(key)],
        [`const auth = "Basic ${encode(`user:${key}`)}";`, encode(`user:${key}`)],
        [`k = atob("${encode(key)}")`, encode(key)],
      ] as const) {
        const found = scanDocument({ path: 'a.txt', text });
        const start = text.indexOf(run);
        assert.deepEqual(
          found.map((one) => [one.rule, one.span.start, one.span.end, one.preview]),
          [[rule, start, start + run.length, '…']],
        );
        for (const part of secretParts(run)) assert.ok(!JSON.stringify(found).includes(part));
      }
    }
  });

  it('an image stays silent and quick', () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    assert.deepEqual(scanDocument({ path: 'a.txt', text: `data:image/png;base64,${encode(noise)}` }), []);
    assert.ok(detectors.length > 60);
  });
});
