import assert from 'node:assert/strict';
import { ignoreComment } from '../../../src/engine/fixes/ignoreComment';
import { applyEdits, isRefusal, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { parsers } from '../../support/parsers';

const key = '«openai-project-key»';

/** A file before and after, where L stands for `openai-project-key -- a sample`; or why it stays. */
const cases: readonly (readonly [path: string, before: string, after: string | RegExp])[] = [
  ['a.js', `f();\n  g("${key}");\n`, `f();\n  // keystow-ignore-next-line L\n  g("${key}");\n`],
  [
    'a.py',
    `def f():\r\n    g("${key}")\r\n`,
    `def f():\r\n    # keystow-ignore-next-line L\r\n    g("${key}")\r\n`,
  ],
  ['a.py', `x = f(1) + \\\n    "${key}"\n`, `x = f(1) + \\\n    "${key}" # keystow-ignore-line L\n`],
  [
    'a.sh',
    `curl \\\n  -H "Authorization: Bearer ${key}"\n`,
    `curl \\\n  -H "Authorization: Bearer ${key}" # keystow-ignore-line L\n`,
  ],
  ['a.sh', `curl \\\n  -H "Authorization: Bearer ${key}" \\\n  x\n`, /No comment can stand/],
  ['a.sql', `select '${key}';\n`, `-- keystow-ignore-next-line L\nselect '${key}';\n`],
  [
    'a.jsx',
    `const a = (\n  <A\n    k="${key}"\n  />\n);\n`,
    `const a = (\n  <A\n    // keystow-ignore-next-line L\n    k="${key}"\n  />\n);\n`,
  ],
  ['a.jsx', `const a = (\n  <p>\n    ${key}\n  </p>\n);\n`, /inside of a text|No comment can stand/],
  ['a.js', `const a = \`\n  ${key}\n\`;\n`, /inside of a text|No comment can stand/],
  ['a.py', `a = """\n${key}\n"""\n`, /inside of a text|No comment can stand/],
  ['a.yaml', `a:\n  b: ${key}\n`, `a:\n  # keystow-ignore-next-line L\n  b: ${key}\n`],
  ['a.yaml', `a: |\n  run\n  export K=${key}\n`, /inside of a text/],
  ['a.yaml', `a:\n  - run: >-\n      x\n        K=${key}\n`, /inside of a text/],
  [
    'a.html',
    `<p>${key}</p>\n`,
    `<!-- keystow-ignore-next-line openai-project-key -- a sample -->\n<p>${key}</p>\n`,
  ],
  ['README.md', `Use ${key}.\n`, `<!-- keystow-ignore-next-line L -->\nUse ${key}.\n`],
  ['README.md', `\`\`\`\nuse ${key}\n\`\`\`\n`, /inside of a text/],
  ['Dockerfile', `FROM a\nENV K=${key}\n`, `FROM a\n# keystow-ignore-next-line L\nENV K=${key}\n`],
  ['.env.example', `K=${key}\n`, `# keystow-ignore-next-line L\nK=${key}\n`],
  ['a.json', `{"k": "${key}"}\n`, /no comments/],
  ['LICENSE', `${key}\n`, /no comments/],
];

describe('a comment that lets a finding stand', () => {
  for (const [path, before, after] of cases)
    it(`${path}: ${before.trim().replaceAll(/\s+/g, ' ')}`, async () => {
      const { text } = fill(before);
      const document = { path, text };
      const [finding] = scanDocument(document, { tracked: true });
      assert.ok(finding);
      const edits = await ignoreComment(parsers, document, finding, ' a\n sample ');
      if (after instanceof RegExp) {
        assert.ok(isRefusal(edits));
        assert.match(edits.refused, after);
        return;
      }
      assert.ok(!isRefusal(edits), JSON.stringify(edits));
      const result = applyEdits(text, edits);
      assert.equal(result, fill(after.replace('L', 'openai-project-key -- a sample')).text);
      assert.deepEqual(scanDocument({ path, text: result }, { tracked: true }), []);
    });

  it('has a reason, which is no key and does not end it', async () => {
    const { text } = fill(`<p>${key}</p>\n`);
    const document = { path: 'a.html', text };
    const [finding] = scanDocument(document, { tracked: true });
    assert.ok(finding);
    for (const reason of ['', ' ', 'a --> b', 'a -- b', text])
      assert.ok(isRefusal(await ignoreComment(parsers, document, finding, reason)), reason.slice(0, 8));
  });
});
