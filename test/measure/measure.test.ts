import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { debounceMs } from '../../src/vscode/services/documentScanner';
import { activated, folder, open, problemsOf, reset, type, until, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';
import { print } from '../support/report';
import { pythonLine } from './line';

/** Rows of the extensions that start when the editor has. */
const startup = /^.*\bonStartupFinished\b.*$/gm;

const rounds = 15;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Figures of the real host, printed and never asserted; `npm run bench` runs it. */
describe('measured in VS Code', () => {
  before(activated);
  after(reset);

  it('activation, as VS Code itself reports it', async () => {
    await vscode.commands.executeCommand('perfview.show');
    const rows = await until(
      () => {
        const shown = vscode.window.activeTextEditor?.document.getText();
        return shown?.includes('keystow.keystow') === true ? (shown.match(startup) ?? undefined) : undefined;
      },
      vscode.window.onDidChangeActiveTextEditor,
      vscode.workspace.onDidChangeTextDocument,
    );
    const timesOf = (row: string): readonly number[] =>
      (row.match(/(?<=\| *)\d+(?= *\|)/g) ?? []).map(Number);
    const own = rows.find((row) => row.includes('keystow.keystow')) ?? '';
    const [load = 0, call = 0, finish = 0] = timesOf(own);
    const others = rows.filter((row) => row !== own).map((row) => timesOf(row)[0]);
    print(
      `activation: ${load} ms to load, ${call} ms to call, ${finish} ms to finish (must: at most 30 together); to load VS Code's own that start then: ${others.join(', ')} ms`,
    );
  });

  it('the same file loaded once more, when nothing else starts', async () => {
    const times: number[] = [];
    const extensionPath = vscode.extensions.getExtension('keystow.keystow')?.extensionPath ?? '';
    const bundle = await readFile(path.join(extensionPath, 'dist/extension.js'));
    for (let round = 0; round < rounds; round++) {
      const copy = path.join(folder().fsPath, `copy${round}.js`);
      await writeFile(copy, bundle);
      const started = performance.now();
      createRequire(copy)(copy);
      times.push(performance.now() - started);
    }
    print(`loading dist/extension.js (${bundle.length} bytes): median ${median(times).toFixed(1)} ms`);
  });

  it('from the last keystroke to the diagnostic, in 5,000 lines', async () => {
    const key = madeKey('openai-project-key');
    await write({ 'long.py': `${pythonLine.repeat(5000)}key = "${key.slice(0, -1)}` });
    const editor = await open('long.py');
    const { document } = editor;
    const last = document.lineAt(document.lineCount - 1).range.end;
    const { onDidScan } = await activated();
    const after: number[] = [];
    for (let round = 0; round < rounds; round++) {
      editor.selection = new vscode.Selection(last, last);
      await editor.edit((edit) =>
        edit.replace(new vscode.Range(new vscode.Position(last.line, 0), last), '# '),
      );
      await until(() => problemsOf(uriOf('long.py')).length === 0);
      const end = document.lineAt(last.line).range.end;
      editor.selection = new vscode.Selection(end, end);
      let typed = 0;
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) typed = performance.now(); // the last one: each character comes by itself
      });
      await type(`key = "${key}"`);
      // VS Code tells of new diagnostics later than it has them; the scan's own event comes with them.
      await until(() => problemsOf(uriOf('long.py')).length > 0, onDidScan);
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
