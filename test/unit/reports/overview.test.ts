import assert from 'node:assert/strict';
import { type Finding, overviewOf, rules, toDo } from '../../../src/engine/index';
import { madeKey } from '../../support/keys';
import { auditOf } from '../../support/reports';

const openai = madeKey('openai-project-key');
const other = madeKey('openai-project-key', 'other');

const overview = async (files: Readonly<Record<string, string>>) =>
  overviewOf((await auditOf(files, true)).findings.map((finding) => ({ finding })));

const placeOf = ({ finding: { file, range } }: { readonly finding: Finding }): string =>
  `${file}:${range.start.line + 1}`;

describe('the overview of a workspace', () => {
  it('lists a key once, with all its places, in order', async () => {
    const { keys, chapters } = await overview({
      'b.ts': `f("${openai}");\ng("${other}");\n`,
      'a.ts': `f("${openai}");\ng("${openai}");\n`,
    });
    assert.deepEqual(
      keys.map(({ places }) => places.map(placeOf)),
      [['a.ts:1', 'a.ts:2', 'b.ts:1'], ['b.ts:2']],
    );
    assert.deepEqual(chapters, []);
  });

  it('begins with the worst key, which is as bad as its worst place', async () => {
    const { keys } = await overview({
      'a.test.ts': `f("${other}");\n`,
      'test/b.test.ts': `f("${openai}");\n`,
      'z.ts': `f("${openai}");\n`,
    });
    assert.deepEqual(
      keys.map(({ severity, places }) => [severity, places.length]),
      [
        ['error', 2],
        ['warning', 1],
      ],
    );
    assert.deepEqual(toDo(overviewOf(keys.flatMap(({ places }) => places))), { keys: 2, others: 0 });
  });

  it('has everything else by the chapters of the guide, in their order', async () => {
    const { keys, chapters } = await overview({
      Dockerfile: 'FROM a\nENV DB_PASSWORD=correct-horse-9\n',
      '.env': 'DB_PASSWORD=correct-horse-9\n',
    });
    assert.deepEqual(keys, []);
    assert.deepEqual(
      chapters.map(({ title, items }) => [title, items.map(placeOf)]),
      [
        ['Environment variables', ['.env:1']],
        ['Docker', ['Dockerfile:2']],
      ],
    );
    assert.deepEqual(toDo({ keys, chapters }), { keys: 0, others: 2 });
  });

  it('knows a chapter for every rule that is no key', () => {
    for (const { id: rule, severity, category } of rules.filter((one) => one.category !== 'key')) {
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const finding: Finding = {
        ...{
          rule,
          severity,
          category,
          range,
          provider: null,
          file: 'a',
          preview: '',
          fingerprint: '',
          message: '',
        },
        span: { start: 0, end: 0 },
      };
      const [chapter] = overviewOf([{ finding }]).chapters;
      assert.notEqual(chapter?.title, 'Everything else', rule);
    }
  });
});
