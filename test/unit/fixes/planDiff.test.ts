import assert from 'node:assert/strict';
import { defaultSettings, planDiff } from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';

const key = madeKey('openai-project-key');
/** Of a form that no detector knows; in two parts, so that it is none here. */
const unknown = ['q8Zr4TnW2xYb', '7Lk1horse'].join('');

/** A file before and after; the key stands where each of them can show it. */
const cases: readonly (readonly [path: string, before: string, after: string])[] = [
  ['a.ts', `f("${key}");\n`, 'f(process.env.X);\n'],
  ['.env', `X= # old ${key}\n`, `# old ${key}\nX=${key}\n`],
  ['.env.example', `X=${key}\n`, 'X=\n'],
  ['Dockerfile', `FROM a\nENV K=${key} P=correct-horse-9\n`, 'FROM a\n'],
  ['a.ipynb', `{"cells":[{"cell_type":"code","source":["k = \\"${key}\\""]}]}\n`, '{}\n'],
  // What only its place tells.
  ['.vscode/mcp.json', `{ "servers": { "a": { "env": { "A_KEY": "${unknown}" } } } }\n`, '{}\n'],
  ['compose.yaml', `services:\n  a:\n    environment: [A_KEY=${unknown}]\n`, 'services: {}\n'],
  ['.npmrc', `//a/:_password=${unknown}\n`, 'a=b\n'],
  // What stands beside values.
  ['.env', 'A=x#q8-horse\n', "A='x#q8-horse'\n"],
  ['.env', 'A="q8-horse\n', 'A=q8-horse\n'],
  ['.env', 'q8-horse-alone', 'q8-horse-alone\n'],
  ['.env', `${['aB3dE5gH7jK9', 'mN1pQ2horse'].join('')}==\n`, 'A=1\n'],
];

describe('the diff of a plan', () => {
  for (const [path, before, text] of cases) {
    it(`shows no character of a secret: ${path}`, () => {
      const edits = [{ span: { start: 0, end: before.length }, newText: text }];
      const diff = planDiff({ kind: 'change', path, label: '', before, edits }, defaultSettings);
      assert.match(diff, /^-/m);
      for (const part of [...secretParts(key), 'horse']) assert.ok(!diff.includes(part));
    });
  }

  it('hides what is turned off, accepted or ignored as well', () => {
    const before = `f("${key}"); // keystow-ignore-line openai-project-key -- a test\n`;
    const edits = [{ span: { start: 0, end: 1 }, newText: 'g' }];
    const settings = { ...defaultSettings, severity: { 'openai-project-key': 'off' } } as const;
    const diff = planDiff({ kind: 'change', path: 'a.ts', label: '', before, edits }, settings);
    for (const part of secretParts(key)) assert.ok(!diff.includes(part));
  });
});
