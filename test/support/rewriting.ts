import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  type Host,
  isRefusal,
  planMoveToEnv,
  scanDocument,
} from '../../src/engine/index';
import { languages } from '../../src/engine/languages';
import type { LookupStyle } from '../../src/engine/model/settings';
import { fill } from './markers';
import { MemoryWorkspace } from './memoryWorkspace';
import { parsers } from './parsers';

/** A program with keys; what it becomes, or why it stays; files around it. */
export type RewriteCase = readonly [
  before: string,
  after: string | RegExp,
  files?: Readonly<Record<string, string>>,
];

/** The settings that ask for a style, whatever the language. */
const styled = (style: LookupStyle): NonNullable<Host['settings']> => ({
  ...defaultSettings,
  lookupStyle: Object.fromEntries(languages.map(({ id }) => [id, style])),
});

/** Moves the keys of one program, in memory, and compares its text or the reason. */
export async function checkRewrite(path: string, [before, after, files]: RewriteCase): Promise<void> {
  const { text } = fill(before);
  const document = { path, text };
  const findings = scanDocument(document);
  assert.ok(findings.length > 0, 'no key is found');
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', [path]: text, ...files });
  const plan = await planMoveToEnv({ workspace, parsers }, document, findings);
  if (typeof after !== 'string') {
    const reasons = isRefusal(plan) ? [plan.refused] : plan.left.map(({ reason }) => reason);
    assert.match(reasons.join('\n'), after);
    assert.ok(reasons.every((reason) => !reason.includes('!')));
    return;
  }
  assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
  assert.deepEqual(plan.left, []);
  const edit = plan.edits.find((one) => one.path === path);
  assert.ok(edit?.kind === 'change');
  assert.equal(applyEdits(text, edit.edits), fill(after).text);
}

/** Plans the same on the program cut off behind its keys, as it stands while it is written: nothing may be thrown. */
export async function checkCutOff(path: string, [before, , files]: RewriteCase): Promise<void> {
  const { text, expected } = fill(before);
  const end = expected.at(-1)?.end ?? 0;
  for (let cut = end; cut < text.length; cut += Math.max(1, (text.length - end) >> 3)) {
    const document = { path, text: text.slice(0, cut) };
    const workspace = new MemoryWorkspace({ [path]: document.text, ...files });
    const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
    if (isRefusal(plan)) continue;
    for (const edit of plan.edits) if (edit.kind === 'change') applyEdits(edit.before, edit.edits);
  }
}

/** The program after the move of its keys, or the reason of the first that stays. */
export async function rewrite(
  path: string,
  marked: string,
  around: Record<string, string> = {},
  style: LookupStyle = 'idiomatic',
): Promise<string> {
  const { text } = fill(marked);
  const document = { path, text };
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', ...around, [path]: text });
  const host = { workspace, parsers, settings: styled(style) };
  const plan = await planMoveToEnv(host, document, scanDocument(document));
  if (isRefusal(plan)) return plan.refused;
  const [left] = plan.left;
  if (left !== undefined) return left.reason;
  const edit = plan.edits.find((one) => one.path === path);
  return edit?.kind === 'change' ? applyEdits(text, edit.edits) : text;
}

/** One test for each case. */
export function describeRewrites(
  title: string,
  path: string,
  cases: readonly RewriteCase[],
  style: LookupStyle = 'idiomatic',
): void {
  describe(title, () => {
    for (const [before, after, files] of cases) {
      it(before.replaceAll(/\r?\n/g, ' '), async () => {
        const result = await rewrite(path, before, files, style);
        if (typeof after === 'string') assert.equal(result, fill(after).text);
        else assert.match(result, after);
      });
    }
  });
}
