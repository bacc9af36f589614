import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { activated, open, problemsOf, reset, type, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';
import { print } from '../support/report';
import { pythonLine } from './line';

const strokes = 300;
const keys = 50;

/** Figures of the real host, printed and never asserted; `npm run bench` runs it. */
describe('typing in VS Code', () => {
  before(activated);
  after(reset);

  /**
   * Types as fast as a quick typist, and tells for how long the extension host was held up meanwhile: while characters come,
   * and at most in each pause, in which a scan is made.
   */
  async function typed(): Promise<{ readonly p99: number; readonly pauses: readonly number[] }> {
    const typing = monitorEventLoopDelay({ resolution: 1 });
    const pausing = monitorEventLoopDelay({ resolution: 1 });
    const pauses: number[] = [];
    for (let stroke = 0; stroke < strokes; stroke++) {
      typing.enable();
      await type(stroke % 60 === 59 ? '\n' : 'abc '.charAt(stroke % 4));
      await new Promise((resolve) => setTimeout(resolve, 60));
      typing.disable();
      if (stroke % 10 !== 9) continue;
      pausing.reset();
      pausing.enable();
      await new Promise((resolve) => setTimeout(resolve, 400));
      pausing.disable();
      pauses.push(pausing.max / 1e6);
    }
    return { p99: typing.percentile(99) / 1e6, pauses: pauses.toSorted((a, b) => a - b) };
  }

  it('in a file of 5,000 lines with 50 findings: what holds the extension host up, and whether findings go meanwhile', async () => {
    const withKey = (index: number): string => `f("${madeKey('openai-project-key', `${index}`)}")\n`;
    const text = Array.from({ length: 5000 }, (_, index) =>
      index % 100 === 50 ? withKey(index) : pythonLine,
    ).join('');
    for (const enable of [false, true]) {
      await vscode.workspace.getConfiguration('keystow').update('enable', enable);
      await write({ 'long.py': text });
      const editor = await open('long.py');
      const rules = enable ? Array.from({ length: keys }, () => 'openai-project-key') : [];
      await untilRules(uriOf('long.py'), ...rules);
      const end = editor.document.lineAt(2000).range.end;
      editor.selection = new vscode.Selection(end, end);
      await type('\n# ');
      let fewest = keys;
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        fewest = Math.min(fewest, problemsOf(uriOf('long.py')).length);
      });
      const { p99, pauses } = await typed();
      listener.dispose();
      print(
        `typing with Keystow ${enable ? 'on' : 'off'}: p99 ${p99.toFixed(1)} ms; held up in a pause: median ${pauses[pauses.length >> 1]?.toFixed(1)} ms, most ${pauses.at(-1)?.toFixed(1)} ms` +
          (enable
            ? ` (must: no more than 16 added to either); fewest findings shown ${fewest} of ${keys}`
            : ''),
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await vscode.workspace.getConfiguration('keystow').update('enable', undefined);
  }).timeout(300_000);
});
