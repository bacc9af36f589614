import assert from 'node:assert/strict';
import { type AuditReport, rules } from '../../../src/engine/index';
import { type Answer, checklist } from '../../../src/engine/reports/checklist';
import { madeKey } from '../../support/keys';
import { auditOf } from '../../support/reports';

const openai = madeKey('openai-project-key');

const withAnswer = (report: AuditReport, answer: Answer): readonly string[] =>
  checklist(report, true).flatMap(({ items }) =>
    items.filter((item) => item.answer === answer).map(({ text, detail }) => `${text}: ${detail}`),
  );

describe('checklist', () => {
  it('has ten chapters, and ticks what an audit has found in order', async () => {
    const report = await auditOf({ 'a.ts': 'x\n' }, true);
    assert.equal(checklist(report, true).length, 10);
    assert.deepEqual(withAnswer(report, 'broken'), []);
    assert.deepEqual(withAnswer(report, 'open'), []);
    assert.equal(withAnswer(report, 'holds').length, 14);
  });

  it('ticks nothing that a finding speaks against', async () => {
    const cases: readonly (readonly [files: Record<string, string>, broken: readonly string[]])[] = [
      [{ 'src/a.py': `K = "${openai}"\n` }, ['No key stands in code or text: 1 found']],
      [{ '.env': `A=${openai}\n` }, ['Git ignores every env file that has values: 1 found']],
      [{ '.env.example': `A=${openai}\n` }, ['Env templates have names and no values: 1 found']],
      [{ 'index.html': `<script>f("${openai}")</script>` }, ['No key reaches the browser: 1 found']],
      [
        { 'a.py': `K = "${madeKey('openai-admin-key')}"\n` },
        [
          'No key stands in code or text: 1 found',
          'No key that administers an account is in the project: 1 found',
        ],
      ],
      [
        { '.github/workflows/a.yml': `env:\n  K: ${openai}\n` },
        [
          'No key stands in code or text: 1 found',
          'No key stands in files of pipelines and platforms: 1 found',
        ],
      ],
      [
        { Dockerfile: `FROM a\nENV DB_PASSWORD=correct-horse-9\nENV K=${openai}\n` },
        ['No image gets a secret by ENV or ARG: 2 found'],
      ],
      [
        { '.cursor/mcp.json': `{ "env": { "K": "${openai}" } }` },
        [
          'No key stands in code or text: 1 found',
          'No key stands in the settings of agents and their tools: 1 found',
        ],
      ],
    ];
    for (const [files, broken] of cases)
      assert.deepEqual(withAnswer(await auditOf(files, true), 'broken'), broken, Object.keys(files).join());
  });

  it('leaves to a person what is only information', async () => {
    const report = await auditOf({ 'a.py': `K = "${openai}"\n` });
    const findings = report.findings.map((one) => ({ ...one, severity: 'info' as const }));
    assert.deepEqual(withAnswer({ ...report, findings }, 'broken'), []);
    assert.ok(
      withAnswer({ ...report, findings }, 'person').includes('No key stands in code or text: 1 to look at'),
    );
  });

  it('leaves to a person what a rule would tell that is off by default, until it has told something', async () => {
    const questions = [
      ['env-name-missing', 'Env templates name every variable that code needs'],
      ['env-readable', 'On machines that several people use, only its owner can read an env file'],
    ] as const;
    const report = await auditOf({ 'a.py': `K = "${openai}"\n` }, true);
    const [first] = report.findings;
    assert.ok(first);
    for (const [rule, text] of questions) {
      assert.ok(withAnswer(report, 'person').includes(`${text}: `), rule);
      const finding: AuditReport['findings'][number] = {
        ...first,
        rule,
        category: 'hygiene',
        provider: null,
        severity: 'warning',
      };
      assert.deepEqual(withAnswer({ ...report, findings: [finding] }, 'broken'), [`${text}: 1 found`]);
    }
  });

  it('answers nothing where not everything was read', async () => {
    const report = await auditOf({ 'a.ts': 'x\n' });
    for (const partial of [
      { ...report, cancelled: true },
      { ...report, skipped: [{ file: 'b.ts', reason: 'unreadable' as const }] },
    ]) {
      assert.deepEqual(withAnswer(partial, 'holds'), []);
      assert.equal(withAnswer(partial, 'open').length, 14);
    }
    const skipped = [{ file: 'b.bin', reason: 'binary' as const }];
    assert.equal(
      withAnswer({ ...report, skipped }, 'holds').length,
      14,
      'what is skipped by design is no gap',
    );
  });

  it('ticks nothing where a part was audited', async () => {
    const answers = checklist(await auditOf({ 'a.ts': 'x\n' }), false).flatMap(({ items }) => items);
    assert.ok(answers.every(({ answer }) => answer === 'open' || answer === 'person'));
    assert.ok(answers.some(({ detail }) => detail === 'asked of a part of the project only'));
  });

  it('has a place for every rule, and one for those that are to come', async () => {
    const [first] = (await auditOf({ 'a.py': `K = "${openai}"\n` })).findings;
    assert.ok(first);
    const report = (rule: string, category: 'key' | 'hygiene'): AuditReport => ({
      findings: [{ ...first, rule, category }],
      skipped: [],
      stats: { files: 1, bytes: 1 },
      cancelled: false,
    });
    for (const { id, category } of rules) assert.equal(checklist(report(id, category), true).length, 10, id);
    assert.deepEqual(checklist(report('not-yet', 'hygiene'), true).at(-1), {
      title: 'Everything else',
      items: [{ answer: 'broken', text: 'Nothing else is wrong', detail: '1 found' }],
    });
  });
});
