// `npm run eval:moves`: how many of the keys in source code can be moved, over the places of the labelled set.
// What runs in the browser has to stay, and is counted apart. A key that was moved must be in no file but the env file, and the scan after must find nothing.
import { type KeyFacts, kindsOf } from '../src/engine/detectors/detector';
import { detectors } from '../src/engine/detectors/index';
import { isRefusal, OverlayWorkspace, planMoveToEnv, scanDocument } from '../src/engine/index';
import { languages } from '../src/engine/languages/index';
import { browserRefusal } from '../src/engine/languages/language';
import { extensionOf } from '../src/engine/text/path';
import { places } from '../test/eval/positives';
import { MemoryWorkspace } from '../test/support/memoryWorkspace';
import { parsers } from '../test/support/parsers';
import { randomText } from '../test/support/random';

/** At most so many of the keys in code may stay. */
const mostRefused = 0.1;

const rewritten = new Set(
  languages
    .filter(({ rewriting }) => rewriting !== undefined)
    .flatMap(({ extensions }) => extensions as readonly string[]),
);

/** One kind of each provider: the first. */
const kinds: readonly { readonly id: string; readonly brand: string; readonly kind: KeyFacts }[] =
  detectors.flatMap((provider) => {
    const [kind] = kindsOf(provider);
    return kind === undefined ? [] : [{ id: provider.id, brand: provider.title.replace(/\W/g, ''), kind }];
  });

async function main(): Promise<void> {
  let [moved, wrong, client] = [0, 0, 0];
  const refused = new Map<string, number>();
  const files = process.argv.slice(2);
  for (const [path, write] of places) {
    if (!rewritten.has(extensionOf(path)) || (files.length > 0 && !files.includes(path))) continue;
    for (const [index, { id, brand, kind }] of kinds.entries()) {
      const key = kind.example(randomText(index + 1));
      const opening = path.endsWith('.php') ? '<?php\n' : '';
      const text = opening + write({ key, env: kind.envName, id, brand, host: `api.${id}.com` });
      const document = { path, text };
      const findings = scanDocument(document).filter(({ category }) => category === 'key');
      if (findings.length === 0) continue; // what is not found is another figure
      const workspace = new OverlayWorkspace(new MemoryWorkspace({ '.envrc': 'dotenv\n', [path]: text }));
      const plan = await planMoveToEnv({ workspace, parsers }, document, findings);
      const reasons = isRefusal(plan) ? [plan.refused] : plan.left.map(({ reason }) => reason);
      for (const reason of reasons) {
        if (reason === browserRefusal.refused) {
          client++;
          continue;
        }
        const line = `${path}: ${reason}`;
        refused.set(line, (refused.get(line) ?? 0) + 1);
      }
      if (isRefusal(plan) || reasons.length > 0) continue;
      workspace.apply(plan.edits);
      const after = await workspace.read(path);
      const rest = after.kind === 'text' ? scanDocument({ path, text: after.text }) : [];
      if (rest.length > 0 || (after.kind === 'text' && after.text.includes(key))) {
        wrong++;
        console.log(`moved wrongly: ${path}, ${kind.rule}`);
      } else moved++;
    }
  }
  const left = [...refused.values()].reduce((sum, count) => sum + count, 0);
  for (const [line, count] of [...refused].sort((a, b) => b[1] - a[1])) console.log(`${count}\t${line}`);
  const share = left / (left + moved + wrong);
  console.log(
    `${moved} moved, ${left} refused (${(100 * share).toFixed(1)} %), ${wrong} moved wrongly; ${client} in the browser`,
  );
  if (wrong > 0 || share > mostRefused) process.exitCode = 1;
}

void main();
