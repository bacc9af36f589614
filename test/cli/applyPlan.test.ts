import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type FixPlan, isRefusal, planMoveToEnv, scanDocument } from '../../src/engine/index';
import { applyPlan, PlanFailed } from '../../src/platform/applyPlan.node';
import { NodeWorkspace } from '../../src/platform/workspace.node';
import { madeKey } from '../support/keys';
import { parsers } from '../support/parsers';
import { TempFolder } from '../support/temp';

const openai = madeKey('openai-project-key');
const source = `const k = "${openai}";\n`;

/** A plan for `a.ts`, and the folder it was made for. */
async function planned(files: Record<string, string>): Promise<{ ws: TempFolder; plan: FixPlan }> {
  const ws = new TempFolder({ 'a.ts': source, ...files });
  ws.git('init', '-q');
  const document = { path: 'a.ts', text: source };
  const plan = await planMoveToEnv(
    { workspace: new NodeWorkspace(ws.dir), parsers },
    document,
    scanDocument(document),
  );
  assert.ok(!isRefusal(plan));
  return { ws, plan };
}

describe('applyPlan', () => {
  const before = { '.gitignore': '# mine\n', '.env': 'A=1\n' };
  const folders: TempFolder[] = [];
  after(() => {
    for (const ws of folders) ws.remove();
  });

  /** What goes wrong between the plan and its end, and what is said. */
  const cases: readonly (readonly [
    title: string,
    spoil: (plan: FixPlan, ws: TempFolder) => FixPlan,
    reason: RegExp,
    changed?: Record<string, string>,
  ])[] = [
    [
      'a value that does not read back',
      (plan) => ({ ...plan, stored: plan.stored.map((item) => ({ ...item, fingerprint: 'another' })) }),
      /^\.env does not read back as written\. Nothing was changed\.$/,
    ],
    [
      'a source that was changed',
      (plan, ws) => {
        ws.write({ 'a.ts': `// new\n${source}` });
        return plan;
      },
      /^a\.ts changed meanwhile\. Nothing was changed\.$/,
      { 'a.ts': `// new\n${source}` },
    ],
    [
      'a file that appeared',
      (plan, ws) => {
        ws.write({ '.env.example': 'X=\n' });
        return plan;
      },
      /^\.env\.example appeared meanwhile\. Nothing was changed\.$/,
      { '.env.example': 'X=\n' },
    ],
    [
      'a folder that is gone',
      (plan) => {
        const last = plan.edits.at(-1);
        assert.ok(last);
        const lost = { kind: 'create', path: 'gone/b.ts', label: 'b', text: 'b' } as const;
        return { ...plan, edits: [...plan.edits.slice(0, -1), lost, last] };
      },
      /^ENOENT while writing\. Nothing was changed\.$/,
    ],
  ];
  for (const [title, spoil, reason, changed = {}] of cases) {
    it(`takes everything back: ${title}`, async () => {
      const { ws, plan } = await planned(before);
      folders.push(ws);
      const spoiled = spoil(plan, ws);
      await assert.rejects(
        applyPlan(spoiled, (file) => ws.path(file)),
        (error) => error instanceof PlanFailed && reason.test(error.message),
      );
      for (const [file, text] of Object.entries({ 'a.ts': source, ...before, ...changed }))
        assert.equal(readFileSync(ws.path(file), 'utf8'), text, file);
      if (!('.env.example' in changed)) assert.ok(!existsSync(ws.path('.env.example')));
    });
  }

  for (const env of [{ '.env': 'A=1\n' }, {}]) {
    const title = '.env' in env ? 'is there' : 'is new';
    it(`leaves what another program has written into an env file that ${title}`, async () => {
      const { ws, plan } = await planned(env);
      folders.push(ws);
      const last = plan.edits.at(-1);
      assert.ok(last);
      const lost = { kind: 'create', path: 'gone/b.ts', label: 'b', text: 'b' } as const;
      let asked = 0;
      const resolve = (file: string): string => {
        if (file === lost.path && ++asked === 2) appendFileSync(ws.path('.env'), 'B=2\n');
        return ws.path(file);
      };
      await assert.rejects(
        applyPlan({ ...plan, edits: [...plan.edits.slice(0, -1), lost, last] }, resolve),
        (error) => error instanceof PlanFailed && /Not restored: \.env\.$/.test(error.message),
      );
      assert.match(readFileSync(ws.path('.env'), 'utf8'), /^B=2$/m);
      assert.equal(readFileSync(ws.path('a.ts'), 'utf8'), source);
    });
  }

  it('makes a new .env that only its owner can read', async function () {
    if (process.platform === 'win32') this.skip();
    const { ws, plan } = await planned({});
    folders.push(ws);
    await applyPlan(plan, (file) => ws.path(file));
    const { statSync } = await import('node:fs');
    assert.equal(statSync(ws.path('.env')).mode & 0o777, 0o600);
    assert.equal(readFileSync(ws.path('.env'), 'utf8'), `OPENAI_API_KEY=${openai}\n`);
  });
});
