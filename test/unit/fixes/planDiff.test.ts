import assert from 'node:assert/strict';
import { defaultSettings, planDiff } from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';

const key = madeKey('openai-project-key');

/** A file before and after; the key stands where each of them can show it. */
const cases: readonly (readonly [path: string, before: string, after: string])[] = [
  ['a.ts', `f("${key}");\n`, 'f(process.env.X);\n'],
  ['.env', `X= # old ${key}\n`, `# old ${key}\nX=${key}\n`],
  ['.env.example', `X=${key}\n`, 'X=\n'],
  ['Dockerfile', `FROM a\nENV K=${key} P=correct-horse-9\n`, 'FROM a\n'],
  ['a.ipynb', `{"cells":[{"cell_type":"code","source":["k = \\"${key}\\""]}]}\n`, '{}\n'],
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
});
