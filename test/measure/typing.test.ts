import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { activated, open, problemsOf, reset, type, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';
import { print } from '../support/report';

const strokes = 300;
const keys = 50;

/** Figures of the real host, printed and never asserted; `npm run bench` runs it. */
describe('typing in VS Code', () => {
  before(activated);
  after(reset);

  /** Types as fast as a quick typist, and tells how long the extension host was held up meanwhile. */
  async function typed(): Promise<{ readonly longest: number; readonly p99: number }> {
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    for (let stroke = 0; stroke < strokes; stroke++) {
      await type(stroke % 60 === 59 ? '\n' : 'abc '.charAt(stroke % 4));
      await new Promise((resolve) => setTimeout(resolve, stroke % 40 === 39 ? 250 : 60));
    }
    delays.disable();
    return { longest: delays.max / 1e6, p99: delays.percentile(99) / 1e6 };
  }

  it('in a file of 5,000 lines with 50 findings: what holds the extension host up, and whether findings go meanwhile', async () => {
    const line =
      'export const someName = computeSomething(firstArgument, "a text", 12345); // why it is so\n';
    const withKey = (index: number): string => `f("${madeKey('openai-project-key', `${index}`)}");\n`;
    const text = Array.from({ length: 5000 }, (_, index) =>
      index % 100 === 50 ? withKey(index) : line,
    ).join('');
    for (const enable of [false, true]) {
      await vscode.workspace.getConfiguration('keystow').update('enable', enable);
      await write({ 'long.ts': text });
      const editor = await open('long.ts');
      const rules = enable ? Array.from({ length: keys }, () => 'openai-project-key') : [];
      await untilRules(uriOf('long.ts'), ...rules);
      const end = editor.document.lineAt(2000).range.end;
      editor.selection = new vscode.Selection(end, end);
      await type('\n// ');
      let fewest = keys;
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        fewest = Math.min(fewest, problemsOf(uriOf('long.ts')).length);
      });
      const { longest, p99 } = await typed();
      listener.dispose();
      print(
        `typing with Keystow ${enable ? 'on' : 'off'}: p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms` +
          (enable ? ` (must: no more than 16 added); fewest findings shown ${fewest} of ${keys}` : ''),
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.workspace.getConfiguration('keystow').update('enable', undefined);
  }).timeout(300_000);
});
