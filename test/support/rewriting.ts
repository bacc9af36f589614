import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  type Host,
  isRefusal,
  type MoveOptions,
  planMoveToEnv,
  scanDocument,
} from '../../src/engine/index';
import { languages } from '../../src/engine/languages';
import type { LookupStyle } from '../../src/engine/model/settings';
import { fill } from './markers';
import { MemoryWorkspace } from './memoryWorkspace';
import { parsers } from './parsers';
import { inBrackets, outside } from './pseudo';

/** A program with keys; what it becomes, or a part of that, or why it stays; files around it. */
export type RewriteCase = readonly [
  before: string,
  after: string | RegExp | { readonly part: RegExp },
  files?: Readonly<Record<string, string>> | undefined,
];

/** The settings that ask for a style, whatever the language. */
const styled = (style: LookupStyle): NonNullable<Host['settings']> => ({
  ...defaultSettings,
  lookupStyle: Object.fromEntries(languages.map(({ id }) => [id, style])),
});

/** Moves the keys of one program, in memory, and compares its text or the reason. */
export async function checkRewrite(
  path: string,
  [before, after, files]: RewriteCase,
  style: LookupStyle = 'idiomatic',
): Promise<void> {
  const { text } = fill(before);
  const document = { path, text };
  const findings = scanDocument(document);
  assert.ok(findings.length > 0, 'no key is found');
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', [path]: text, ...files });
  const plan = await planMoveToEnv({ workspace, parsers, settings: styled(style) }, document, findings);
  if (after instanceof RegExp) {
    const reasons = isRefusal(plan) ? [plan.refused] : plan.left.map(({ reason }) => reason);
    assert.match(reasons.join('\n'), after);
    assert.ok(reasons.every((reason) => !reason.endsWith('!')));
    return;
  }
  assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
  assert.deepEqual(plan.left, []);
  const edit = plan.edits.find((one) => one.path === path);
  assert.ok(edit?.kind === 'change');
  const result = applyEdits(text, edit.edits);
  if (typeof after === 'string') assert.equal(result, fill(after).text);
  else assert.match(result, after.part);
}

/** Plans the same on the program cut off behind its keys, as it stands while it is written: nothing may be thrown. */
async function checkCutOff(path: string, [before, , files]: RewriteCase): Promise<void> {
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

/** Why keys of a program stay, in another language: no word of it is English. */
async function checkTranslated(path: string, [before, , files]: RewriteCase): Promise<void> {
  const { text } = fill(before);
  const document = { path, text };
  const workspace = new MemoryWorkspace({ [path]: text, ...files });
  await inBrackets(async () => {
    const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
    const reasons = isRefusal(plan) ? [plan.refused] : plan.left.map(({ reason }) => reason);
    for (const reason of reasons) assert.equal(outside(reason), '', reason);
  });
}

/** The program after the move of its keys, or the reason of the first that stays. */
export async function rewrite(
  path: string,
  marked: string,
  around: Record<string, string> = {},
  { style = 'idiomatic', ...options }: MoveOptions & { readonly style?: LookupStyle } = {},
): Promise<string> {
  const { text } = fill(marked);
  const document = { path, text };
  const workspace = new MemoryWorkspace({ '.envrc': 'dotenv\n', ...around, [path]: text });
  const host = { workspace, parsers, settings: styled(style) };
  const plan = await planMoveToEnv(host, document, scanDocument(document), options);
  if (isRefusal(plan)) return plan.refused;
  const [left] = plan.left;
  if (left !== undefined) return left.reason;
  const edit = plan.edits.find((one) => one.path === path);
  return edit?.kind === 'change' ? applyEdits(text, edit.edits) : text;
}

/** One test for each case, and one that nothing is thrown while such a program is written. */
export function describeRewrites(
  title: string,
  path: string,
  cases: readonly RewriteCase[],
  style: LookupStyle = 'idiomatic',
): void {
  describe(title, () => {
    for (const one of cases)
      it(one[0].replaceAll(/\r?\n/g, ' ') + (one[2] ? ` ${JSON.stringify(one[2])}` : ''), () =>
        checkRewrite(path, one, style),
      );
    it('says in any language why keys stay', async () => {
      for (const one of cases) if (one[1] instanceof RegExp) await checkTranslated(path, one);
    });
    it('throws nothing on programs that are cut off', async () => {
      for (const one of cases) await checkCutOff(path, one);
    });
  });
}
