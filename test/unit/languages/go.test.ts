import assert from 'node:assert/strict';
import { defaultSettings, isRefusal, planMoveToEnv, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { describeRewrites, rewrite } from '../../support/rewriting';

const key = '«openai-project-key»';
const helper =
  '\nfunc mustGetenv(name string) string {\n\tvalue, ok := os.LookupEnv(name)\n\tif !ok {\n\t\tpanic(name + " is not set")\n\t}\n\treturn value\n}\n';
const head = 'package a\n\nimport "os"\n\n';
const read = 'mustGetenv("OPENAI_API_KEY")';

describeRewrites(
  'Go, plain',
  'a.go',
  [
    [`${head}var k = "${key}"\n`, `${head}var k = os.Getenv("OPENAI_API_KEY")\n`],
    [`${head}var k = "a ${key}"\n`, `${head}var k = "a " + os.Getenv("OPENAI_API_KEY")\n`],
    [`${head}const k = "${key}"\n`, `${head}var k = os.Getenv("OPENAI_API_KEY")\n`],
  ],
  'plain',
);

describeRewrites(
  'Go, fail fast',
  'a.go',
  [
    [`package a\n\nvar k = "${key}"\n`, `${head}var k = ${read}\n${helper}`],
    [`${head}var k = "a ${key}"\n`, `${head}var k = "a " + ${read}\n${helper}`],
    [`${head}const k = "${key}"\n`, `${head}var k = ${read}\n${helper}`],
    [`${head}var k = "${key}"`, `${head}var k = ${read}\n${helper}`],
    [
      `${head}var k, l = "${key}", "«anthropic-api-key»"\n`,
      `${head}var k, l = ${read}, mustGetenv("ANTHROPIC_API_KEY")\n${helper}`,
    ],
    [`${head}var k = "${key}"\n${helper}`, `${head}var k = ${read}\n${helper}`],
    [
      `${head}func f(mustGetenv int) { g("${key}") }\n`,
      `${head}func f(mustGetenv int) { g(os.Getenv("OPENAI_API_KEY")) }\n`,
    ],
    [`${head}func f(os int) { g("${key}") }\n`, /os means something else/],
  ],
  'failFast',
);

describe('the helper of a Go package', () => {
  const lacking = `package a\n\nvar k = "${key}"\n`;
  const there = `package a\n\nvar k = ${read}\n`;
  const added = `${head}var k = ${read}\n${helper}`;
  const without = `${head}var k = os.Getenv("OPENAI_API_KEY")\n`;
  const has = `${head}${helper}`;
  const main = 'func main() {}\n';
  /** The file, what it becomes, the files around it. */
  const cases: readonly (readonly [
    title: string,
    after: string,
    files: Readonly<Record<string, string>>,
    path?: string,
    before?: string,
  ])[] = [
    ['is used where another file has it', there, { 'p/env.go': has }],
    ['is used in a test of the package', there, { 'p/env.go': has }, 'p/a_test.go'],
    ['is used in a test where another test has it', there, { 'p/env_test.go': has }, 'p/a_test.go'],
    ['is added where the others have none', added, { 'p/b.go': head }],
    ['is added where another package has it', added, { 'q/env.go': has, 'env.go': has }],
    [
      'is added beside a test from outside',
      added,
      { 'p/env_test.go': has.replace('package a', 'package a_test') },
    ],
    ['is added where Go passes over the other file', added, { 'p/_env.go': has }],
    ['is not taken from a test', without, { 'p/env_test.go': has }],
    ['is not taken from a file for one system', without, { 'p/env_linux.go': has }],
    ['is not taken from a file with a tag', without, { 'p/env.go': `//go:build x\n\n${has}` }],
    [
      'is not added beside another thing of its name',
      without,
      { 'p/b.go': 'package a\n\nvar mustGetenv = 1\n' },
    ],
    [
      'is not taken for a file that is run by itself',
      `//go:build ignore\n\n${without}`,
      { 'p/env.go': has },
      'p/a.go',
      `//go:build ignore\n\n${lacking}`,
    ],
    [
      'is added to each program of a folder',
      `${head}var k = ${read}\n\n${main}${helper}`,
      { 'p/b.go': `${has}\n${main}` },
      'p/a.go',
      `${lacking}\n${main}`,
    ],
  ];
  for (const [title, after, files, path = 'p/a.go', before = lacking] of cases)
    it(title, async () => {
      assert.equal(await rewrite(path, before, files, { style: 'failFast' }), after);
    });

  it('is told to be missing where it cannot be had', async () => {
    const { text } = fill(lacking);
    const document = { path: 'a.go', text };
    class Unlisted extends MemoryWorkspace {
      override entries(): Promise<undefined> {
        return Promise.resolve(undefined);
      }
    }
    const workspace = new Unlisted({ '.envrc': 'dotenv\n', 'a.go': text });
    const settings = { ...defaultSettings, lookupStyle: { go: 'failFast' } as const };
    const plan = await planMoveToEnv({ workspace, parsers, settings }, document, scanDocument(document));
    assert.ok(!isRefusal(plan));
    assert.match(plan.notes.join('\n'), /could not see .* os\.Getenv, which gives an empty string/);
  });
});
