import * as vscode from 'vscode';
import { dirName, envLines, type FileFacts, isEnvFile } from '../../engine/index';
import { internalCommandIds } from '../contributions';
import type { EnvUse, EnvUses, UsesByName } from '../services/envUses';
import type { SettingsService } from '../services/settings';
import type { Located, Workspaces } from '../services/workspaces';

class EnvLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly file: vscode.Uri,
    /** Absent: the lens at the top, which tells of the file. */
    readonly variable?: string,
  ) {
    super(range);
  }
}

/**
 * Above each variable of an env file how many files read it, and once at the top what git does with the file. Off at
 * first; what a lens says is asked for only when it comes into sight.
 */
export class EnvLenses implements vscode.CodeLensProvider<EnvLens> {
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(
    private readonly workspaces: Workspaces,
    private readonly settings: SettingsService,
    private readonly uses: EnvUses,
  ) {
    this.onDidChangeCodeLenses = (listener, self, store) => {
      const call = (): unknown => listener.call(self);
      const both = vscode.Disposable.from(uses.onDidChange(call), settings.onDidChange(call));
      store?.push(both);
      return both;
    };
  }

  provideCodeLenses(document: vscode.TextDocument): EnvLens[] {
    const { uri } = document;
    const located = this.workspaces.locate(uri);
    if (located === undefined || !isEnvFile(located.path) || !this.settings.for(uri).codeLens) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    return [
      new EnvLens(top, uri),
      ...envLines(document.getText()).map(({ name, nameSpan }) => {
        const { line } = document.positionAt(nameSpan.start);
        return new EnvLens(new vscode.Range(line, 0, line, 0), uri, name);
      }),
    ];
  }

  async resolveCodeLens(lens: EnvLens, token: vscode.CancellationToken): Promise<EnvLens> {
    const located = this.workspaces.locate(lens.file);
    if (located === undefined) return lens;
    const { variable } = lens;
    if (variable === undefined) {
      lens.command = { command: '', title: gitSays(await located.workspace.facts(located.path)) };
      return lens;
    }
    const uses = await this.uses.of(located.workspace, token);
    const files = new Set(below(located, uses, variable).map(({ path }) => path)).size;
    const title = readIn(files, uses.isWhole);
    lens.command =
      files === 0
        ? { command: '', title }
        : {
            command: internalCommandIds.showEnvUses,
            title,
            arguments: [lens.file.toString(), lens.range.start.line, variable],
          };
    return lens;
  }

  /** Behind a lens: lists the places that read a variable, as references are listed. */
  async show(file: unknown, line: unknown, variable: unknown): Promise<void> {
    if (typeof file !== 'string' || typeof line !== 'number' || typeof variable !== 'string') return;
    const uri = vscode.Uri.parse(file, true);
    const located = this.workspaces.locate(uri);
    if (located === undefined) return;
    const source = new vscode.CancellationTokenSource();
    const uses = await this.uses.of(located.workspace, source.token);
    const places = below(located, uses, variable).map(
      ({ path, range }) => new vscode.Location(located.workspace.uriOf(path), range),
    );
    const at = new vscode.Position(line, 0);
    await vscode.commands.executeCommand('editor.action.showReferences', uri, at, places);
  }
}

/** The uses in the folder of an env file and below it: what lies elsewhere does not read this one. */
function below({ path }: Located, { byName }: UsesByName, variable: string): readonly EnvUse[] {
  const dir = dirName(path);
  return (byName.get(variable) ?? []).filter((use) => dir === '' || use.path.startsWith(`${dir}/`));
}

function readIn(files: number, isWhole: boolean): string {
  const { t } = vscode.l10n;
  if (!isWhole)
    return files === 0
      ? t('read in no file of the first 2000')
      : t('read in {0} files of the first 2000', files);
  if (files === 0) return t('read in no file');
  return files === 1 ? t('read in 1 file') : t('read in {0} files', files);
}

function gitSays({ inRepository, tracked, ignored }: FileFacts): string {
  if (tracked === true) return vscode.l10n.t('git tracks this file');
  if (ignored === true) return vscode.l10n.t('git ignores this file');
  if (inRepository === true && ignored === false) return vscode.l10n.t('git would add this file');
  return inRepository === false
    ? vscode.l10n.t('no git repository')
    : vscode.l10n.t('git was not asked about this file');
}

export const registerEnvLenses = (lenses: EnvLenses): vscode.Disposable =>
  vscode.languages.registerCodeLensProvider({ pattern: '**/{.env*,*.env,.dev.vars*}' }, lenses);
