import * as vscode from 'vscode';
import {
  envDefinitions,
  explainKeys,
  explainRead,
  type Finding,
  namedReads,
  rules,
} from '../../engine/index';
import { cancelledBy } from '../cancellation';
import { toRange } from '../convert';
import type { Cursor } from '../services/cursor';
import type { DocumentScanner } from '../services/documentScanner';
import type { Presentation } from '../services/presentation';
import type { SettingsService } from '../services/settings';
import type { Workspaces } from '../services/workspaces';

interface Services {
  readonly workspaces: Workspaces;
  readonly settings: SettingsService;
  readonly scanner: DocumentScanner;
  readonly cursor: Cursor;
  readonly presentation: Presentation;
}

/**
 * What a problem's own hover does not say: why something is taken for a key and where it is revoked; and for a variable
 * that code reads, which env file sets it. Names of files and links only, never a value. Nothing in it is trusted.
 */
export const registerHovers = (services: Services): vscode.Disposable =>
  vscode.languages.registerHoverProvider(
    { pattern: '**' },
    {
      provideHover: async (document, position, token) => {
        if (!services.scanner.isScanned(document)) return undefined;
        return (
          keyHover(services, document, position) ?? (await readHover(services, document, position, token))
        );
      },
    },
  );

function keyHover(
  { cursor, scanner, settings, presentation }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const [key] = cursor
    .findingsAt(document, new vscode.Range(position, position))
    .filter(({ category }) => category === 'key');
  if (key === undefined) return undefined;
  const { manage, usage } = rules.find(({ id }) => id === key.rule) ?? {};
  const links = [
    ...(manage === undefined ? [] : [`[${vscode.l10n.t('Make or revoke it')}](${manage})`]),
    ...(usage === undefined ? [] : [`[${vscode.l10n.t('What it was used for')}](${usage})`]),
  ];
  const text = new vscode.MarkdownString();
  const { policy } = settings.for(document.uri);
  // The reasons tell how long a key is.
  const reasons = presentation.isOn ? [] : reasonsOf(key, scanner.snapshot(document), policy?.customRules);
  if (reasons.length > 0)
    text.appendMarkdown(`${escaped(vscode.l10n.t('A key, because {0}.', reasons.join('; ')))}\n\n`);
  text.appendMarkdown(links.join(' · '));
  return text.value === '' ? undefined : new vscode.Hover(text, toRange(key.range));
}

const reasonsOf = (key: Finding, ...asked: Parameters<typeof explainKeys>): readonly string[] =>
  explainKeys(...asked).find(
    ({ rule, span, rejected }) =>
      rule === key.rule && span.start === key.span.start && rejected === undefined,
  )?.reasons ?? [];

async function readHover(
  { workspaces, settings, scanner }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const located = workspaces.locate(document.uri);
  if (located === undefined) return undefined;
  const { workspace, path } = located;
  const snapshot = scanner.snapshot(document);
  const at = document.offsetAt(position);
  const wordRange = document.getWordRangeAtPosition(position);
  const word = wordRange && document.getText(wordRange);
  /** In the braces of `const { A, B } = process.env`, which come before what reads. */
  const isBraced = (start: number): boolean =>
    at < start && start - at < farthest && /^[^{}]*\}\s*=\s*$/.test(snapshot.text.slice(at, start));
  const read = namedReads(snapshot).find(
    ({ name, span: { start, end } }) => (start <= at && at <= end) || (name === word && isBraced(start)),
  );
  if (read === undefined) return undefined;
  const cancel = cancelledBy(token);
  const definitions = await envDefinitions(workspace, path, read.name, settings.for(document.uri), cancel);
  const text = new vscode.MarkdownString();
  for (const { at, text: note } of explainRead(snapshot, read, definitions)) {
    if (at !== undefined) {
      const target = workspace.uriOf(at.path).with({ fragment: `L${at.line + 1}` });
      text.appendMarkdown(`[${escaped(at.path)}](${target}) `);
    }
    text.appendMarkdown(`${escaped(note)}\n\n`);
  }
  const { start, end } = read.span;
  const isInside = start <= at;
  const range = isInside ? new vscode.Range(document.positionAt(start), document.positionAt(end)) : wordRange;
  return text.value === '' || token.isCancellationRequested ? undefined : new vscode.Hover(text, range);
}

/** UTF-16 code units from a name in braces to what reads it. */
const farthest = 2000;

/** A text as Markdown shows it, whatever is in it; `appendText` would keep its lines from being wrapped. */
const escaped = (text: string): string =>
  text.replace(/\s/g, ' ').replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, '\\$&');
