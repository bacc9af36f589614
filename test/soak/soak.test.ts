import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { activated, open, problemsOf, reset, untilFixed, untilRules, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';
import { print } from '../support/report';

const cycles = Number(process.env.KEYSTOW_CYCLES ?? 2000);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What could grow. */
interface Held {
  readonly heap: number;
  readonly documents: number;
  readonly handles: number;
  /** Files that have problems of Keystow's. */
  readonly ours: number;
  /** Files that anybody lists, also without problems. */
  readonly listed: number;
}

async function held(): Promise<Held> {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const listed = vscode.languages.getDiagnostics();
  return {
    heap: process.memoryUsage().heapUsed,
    documents: vscode.workspace.textDocuments.length,
    handles: process.getActiveResourcesInfo().length,
    ours: listed.filter(([uri]) => problemsOf(uri).length > 0).length,
    listed: listed.length,
  };
}

/** Figures of the real host, printed and never asserted; `npm run soak` runs it, which takes most of an hour. */
describe('a long day in VS Code', () => {
  before(activated);
  after(reset);

  it('opens, edits, moves, undoes, renames and deletes, over and over', async () => {
    await write({ '.gitignore': '.env\n', '.envrc': 'dotenv\n' });
    const cycle = async (index: number): Promise<void> => {
      const name = `a${index}.py`;
      await write({ [name]: `f("${madeKey('openai-project-key', `${index}`)}")\n` });
      const editor = await open(name);
      await untilRules(editor.document.uri, 'openai-project-key');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed\n'));
      await vscode.commands.executeCommand('keystow.moveAllKeys');
      await untilFixed();
      await vscode.commands.executeCommand('undo');
      await editor.document.save();
      const renamed = new vscode.WorkspaceEdit();
      renamed.renameFile(uriOf(name), uriOf(`b${index}.py`));
      await vscode.workspace.applyEdit(renamed);
      const deleted = new vscode.WorkspaceEdit();
      deleted.deleteFile(uriOf(`b${index}.py`));
      deleted.deleteFile(uriOf('.env'), { ignoreIfNotExists: true });
      await vscode.workspace.applyEdit(deleted);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    };
    const warm = Math.min(100, Math.ceil(cycles / 4));
    let before: Held | undefined;
    for (let index = 0; index < cycles; index++) {
      if (index === warm) before = await held();
      await cycle(index);
      if (index % 25 === 0) print(`${index} cycles: ${told(await held())}`); // a silent suite would be stopped
    }
    print(`after ${warm} cycles: ${told(before ?? (await held()))}`);
    print(`after ${cycles} cycles: ${told(await held())}`);
  }).timeout(3 * 60 * 60_000);
});

const told = ({ heap, documents, handles, ours, listed }: Held): string =>
  `${(heap / 1024 / 1024).toFixed(1)} MB, ${documents} documents, ${handles} handles, ${ours} files with problems of Keystow's, ${listed} of anyone's`;
