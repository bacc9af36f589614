import assert from 'node:assert/strict';
import { applyEdits, isRefusal, planMoveToEnv, scanDocument } from '../../../src/engine/index';
import { fill } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

describe('Supabase Edge Functions', () => {
  for (const [title, root, files] of [
    ['by themselves', '', {}],
    ['beside an app of Next.js', 'web/', { 'web/package.json': '{"dependencies":{"next":"16"}}' }],
    ['with their own configuration', '', { 'supabase/functions/a/deno.json': '{}', 'package.json': '{}' }],
  ] as const) {
    it(title, async () => {
      const path = `${root}supabase/functions/a/index.ts`;
      const { text } = fill('Deno.serve(() => f("«openai-project-key»"));\n');
      const document = { path, text };
      const workspace = new MemoryWorkspace({ ...files, [path]: text }, { repository: true });
      const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
      assert.ok(!isRefusal(plan));
      const env = `${root}supabase/functions/.env`;
      assert.deepEqual(
        plan.edits.map((edit) => edit.path),
        ['.gitignore', env, `${env}.example`, path],
      );
      assert.deepEqual(plan.notes, [
        `Give the deployed functions the variables: supabase secrets set --env-file ${env}`,
      ]);
      const edit = plan.edits.at(-1);
      assert.ok(edit?.kind === 'change');
      assert.match(applyEdits(text, edit.edits), /Deno\.env\.get\((?:name|"OPENAI_API_KEY")\)/);
    });
  }
});
