import assert from 'node:assert/strict';
import { isRefusal, planMoveToEnv, scanDocument } from '../../src/engine/index';
import { applyEdits } from '../../src/engine/text/edit';
import { fill } from './markers';
import { MemoryWorkspace } from './memoryWorkspace';
import { parsers } from './parsers';

/** A program with markers, and the program afterwards or why a key in it stays. */
export type RewriteCase = readonly [before: string, after: string | RegExp];

/** The program after the move of its keys, or the reason of the first that stays. */
export async function rewrite(
  path: string,
  marked: string,
  around: Record<string, string> = {},
): Promise<string> {
  const { text } = fill(marked);
  const document = { path, text };
  const findings = scanDocument(document);
  assert.ok(findings.length > 0, 'no key was found');
  const workspace = new MemoryWorkspace({ ...around, [path]: text });
  const plan = await planMoveToEnv({ workspace, parsers }, document, findings);
  if (isRefusal(plan)) return plan.refused;
  const [left] = plan.left;
  if (left !== undefined) return left.reason;
  const edit = plan.edits.find((one) => one.path === path);
  return edit?.kind === 'change' ? applyEdits(text, edit.edits) : text;
}

/** One test for each case. */
export function describeRewrites(title: string, path: string, cases: readonly RewriteCase[]): void {
  describe(title, () => {
    for (const [before, after] of cases) {
      it(before.replaceAll(/\r?\n/g, ' '), async () => {
        const result = await rewrite(path, before);
        if (typeof after === 'string') assert.equal(result, fill(after).text);
        else {
          assert.match(result, after);
          assert.doesNotMatch(result, /!$/);
        }
      });
    }
  });
}
