import * as vscode from 'vscode';
import { debounceMs } from '../../src/vscode/services/documentScanner';
import { activated, open, problemsOf, reset, type, until, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';
import { print } from '../support/report';

const rounds = 15;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Figures of the real host, printed and never asserted; `npm run bench` runs it. */
describe('measured in VS Code', () => {
  before(activated);
  after(reset);

  it('activation, as VS Code itself reports it', async () => {
    await vscode.commands.executeCommand('perfview.show');
    const row = await until(
      () => vscode.window.activeTextEditor?.document.getText().match(/^.*keystow\.keystow.*$/m)?.[0],
      vscode.window.onDidChangeActiveTextEditor,
      vscode.workspace.onDidChangeTextDocument,
    );
    const [load = 0, call = 0, finish = 0] = (row.match(/(?<=\| *)\d+(?= *\|)/g) ?? []).map(Number);
    print(
      `activation: ${load} ms to load, ${call} ms to call, ${finish} ms to finish (must: at most 30 together)`,
    );
  });

  it('from the last keystroke to the diagnostic, in 5,000 lines', async () => {
    const key = madeKey('openai-project-key');
    const line =
      'export const someName = computeSomething(firstArgument, "a text", 12345); // why it is so\n';
    await write({ 'long.ts': `${line.repeat(5000)}const key = "${key.slice(0, -1)}` });
    const editor = await open('long.ts');
    const { document } = editor;
    const last = document.lineAt(document.lineCount - 1).range.end;
    const { onDidScan } = await activated();
    const after: number[] = [];
    for (let round = 0; round < rounds; round++) {
      editor.selection = new vscode.Selection(last, last);
      await editor.edit((edit) =>
        edit.replace(new vscode.Range(new vscode.Position(last.line, 0), last), '// '),
      );
      await until(() => problemsOf(uriOf('long.ts')).length === 0);
      const end = document.lineAt(last.line).range.end;
      editor.selection = new vscode.Selection(end, end);
      let typed = 0;
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) typed = performance.now(); // the last one: each character comes by itself
      });
      await type(`const key = "${key}"`);
      // VS Code tells of new diagnostics later than it has them; the scan's own event comes with them.
      await until(() => problemsOf(uriOf('long.ts')).length > 0, onDidScan);
      after.push(performance.now() - typed - debounceMs);
      listener.dispose();
      await editor.edit((edit) => edit.delete(document.lineAt(last.line).range));
      await editor.edit((edit) => edit.insert(new vscode.Position(last.line, 0), 'x'.repeat(last.character)));
    }
    print(
      `last keystroke to diagnostic, beyond the pause of ${debounceMs} ms: median ${median(after).toFixed(1)} ms, most ${Math.max(...after).toFixed(1)} ms (must: at most 30)`,
    );
  }).timeout(60_000);
});
