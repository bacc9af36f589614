import assert from 'node:assert/strict';
import {
  applyEdits,
  fixIdFor,
  isRefusal,
  OverlayWorkspace,
  planMoveToEnv,
  readableFrom,
  scanDocument,
} from '../../../src/engine/index';
import { fixtures } from '../../support/fixtures';
import { fill, sections } from '../../support/markers';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

describe('move to .env', () => {
  for (const fixture of fixtures.filter(({ path }) => path.startsWith('moves/'))) {
    const files = sections(fixture.text).map(({ path, body }) => [path, fill(body).text] as const);
    const before = Object.fromEntries(files.filter(([path]) => !path.startsWith('after ')));
    const after = Object.fromEntries(
      files.filter(([path]) => path.startsWith('after ')).map(([path, text]) => [path.slice(6), text]),
    );
    const [source = ''] = Object.keys(before);

    for (const eol of ['\n', '\r\n']) {
      const lines = (tree: Record<string, string>): Record<string, string> =>
        Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, text.replaceAll('\n', eol)]));

      it(`${fixture.path} with ${JSON.stringify(eol)}`, async () => {
        const start = lines(before);
        const workspace = new OverlayWorkspace(new MemoryWorkspace(start, { repository: true }));
        const document = { path: source, text: start[source] ?? '' };
        const movable = scanDocument(document).filter((finding) => fixIdFor(finding) === 'move-to-env');
        const plan = await planMoveToEnv({ workspace, parsers }, document, movable);
        assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
        workspace.apply(plan.edits);

        const result: Record<string, string> = {};
        for (const path of new Set([...Object.keys(start), ...plan.edits.map((edit) => edit.path)])) {
          const read = await workspace.read(path);
          if (read.kind === 'text') result[path] = read.text;
        }
        // A new file has \n, an old one keeps what it has.
        const wanted = Object.fromEntries(
          Object.entries(after).map(([path, text]) => [
            path,
            path in start ? text.replaceAll('\n', eol) : text,
          ]),
        );
        assert.deepEqual(result, wanted);
        const [env] = plan.stored;
        assert.ok(env !== undefined && readableFrom(result[env.path] ?? '', plan.stored));
        assert.equal(plan.edits.at(-1)?.path, source, 'the source is the last to change');

        const moved = { path: source, text: result[source] ?? '' };
        assert.deepEqual(scanDocument(moved), [], 'a scan after the fix finds nothing');
      });
    }
  }

  it('computes its edits on the text it was given', async () => {
    const [fixture] = fixtures.filter(({ path }) => path === 'moves/javascript.txt');
    const [first] = sections(fixture?.text ?? '');
    const text = fill(first?.body ?? '').text;
    const plan = await planMoveToEnv(
      { workspace: new MemoryWorkspace({ 'src/app.ts': text }), parsers },
      { path: 'src/app.ts', text },
      scanDocument({ path: 'src/app.ts', text }),
    );
    assert.ok(!isRefusal(plan));
    const edit = plan.edits.at(-1);
    assert.ok(edit?.kind === 'change' && edit.before === text);
    assert.ok(applyEdits(edit.before, edit.edits).includes('process.env.OPENAI_API_KEY'));
  });
});
