import { inCell, type NotebookCell, notebookCells } from '../analysers/notebookCells';
import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal } from '../model/fix';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import type { Wanted } from './envWriter';
import type { Host } from './host';
import { literalRemovals } from './literalRemovals';
import { outputEdits, outputsOf, type Shown } from './notebookOutputs';
import type { MoveOptions, RefusedFinding, RemovalEdits, Removals } from './removal';

/** Keys in the cells of a notebook that is read as a file: each cell is rewritten as a program of its own. */
export async function notebookRemovals(
  host: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const cells = notebookCells(document.text);
  const refused: RefusedFinding[] = [];
  const byCell = new Map<NotebookCell, Finding[]>();
  const inOutputs: Finding[] = [];
  for (const finding of findings) {
    const cell = cells.find((one) => inCell(one, finding.span) !== undefined);
    if (cell === undefined) inOutputs.push(finding);
    else byCell.set(cell, [...(byCell.get(cell) ?? []), finding]);
  }
  const parts: { readonly cell: NotebookCell; readonly removals: Removals }[] = [];
  for (const [cell, own] of byCell) {
    const program = { path: document.path, languageId: cell.languageId, text: cell.text };
    const language = languageOf(program);
    const moved = own.map((finding) => ({ ...finding, span: inCell(cell, finding.span) ?? finding.span }));
    if (language === undefined) {
      refused.push(...own.map((finding) => ({ finding, reason: outside() })));
      continue;
    }
    const removals = await literalRemovals(host, program, { language, inBrowser: false }, moved, options);
    for (const { finding, reason } of removals.refused) {
      const original = own[moved.indexOf(finding)];
      if (original !== undefined) refused.push({ finding: original, reason });
    }
    if (removals.wanted.length > 0) parts.push({ cell, removals });
  }
  const outputs = outputsOf(document.text, inOutputs);
  refused.push(...outputs.refused.map((finding) => ({ finding, reason: outside() })));
  return {
    wanted: [
      ...parts.flatMap(({ removals }) => removals.wanted),
      ...outputs.shown.map(wantedOf(document.text)),
    ],
    refused,
    edits: (names, envPath) => {
      let at = 0;
      const done: { readonly cell: NotebookCell; readonly edits: RemovalEdits }[] = [];
      for (const { cell, removals } of parts) {
        const edits = removals.edits(names.slice(at, at + removals.wanted.length), envPath);
        if (isRefusal(edits)) return edits;
        at += removals.wanted.length;
        done.push({ cell, edits });
      }
      const [first, ...others] = done.map(({ cell, edits: { edits, reads } }) => ({
        edits: edits.map((edit) => inFile(cell, edit)),
        // What loads the file is added to the first cell that reads it.
        reads: reads && {
          ...reads,
          with: (insertions: readonly TextEdit[]) => reads.with(insertions).map((edit) => inFile(cell, edit)),
        },
      }));
      const cleared = outputEdits(document.text, outputs.shown);
      const rest = [...others.flatMap(({ edits }) => edits), ...cleared];
      const reads = first?.reads;
      return {
        label: t('read {0} from the environment', [...new Set(names)].join(', ')),
        edits: [...(first?.edits ?? []), ...rest],
        notes: [
          ...done.flatMap(({ edits }) => edits.notes),
          ...(cleared.length === 0
            ? []
            : [t('The output that showed the key is gone. Run the cell again for a new one.')]),
        ],
        ...(reads && {
          reads: {
            ...reads,
            with: (insertions: readonly TextEdit[]) => [...reads.with(insertions), ...rest],
          },
        }),
      };
    },
  };
}

const outside = (): string => t('The key is not in a code cell, nor in the output of one. Move it by hand.');

/** What an output has shown is stored as well: it may stand nowhere else. */
const wantedOf =
  (text: string) =>
  ({ finding: { span, envName } }: Shown): Wanted => ({
    name: envName ?? 'API_KEY',
    value: text.slice(span.start, span.end),
  });

/** An edit of a cell's text in the file: what is written is escaped, and each new line is an item of the list. */
function inFile({ offsets, separator }: NotebookCell, { span, newText }: TextEdit): TextEdit {
  const end = offsets.at(-1) ?? 0;
  const lines = newText.split(/(?<=\n)/).map((line) => JSON.stringify(line).slice(1, -1));
  const endsLine = newText.endsWith('\n');
  const joined =
    separator === undefined ? lines.join('') : lines.join(separator) + (endsLine ? separator : '');
  return { span: { start: offsets[span.start] ?? end, end: offsets[span.end] ?? end }, newText: joined };
}
