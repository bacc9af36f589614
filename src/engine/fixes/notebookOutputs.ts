import type { Path } from '../formats/configText';
import { formats } from '../formats/index';
import type { Finding } from '../model/finding';
import { applyEdits, composeEdits, type TextEdit } from '../text/edit';
import { contains } from '../text/span';

/** A key that the output of a cell shows. */
export interface Shown {
  readonly finding: Finding;
  /** `['cells', 3, 'outputs', 0]` */
  readonly output: Path;
}

/** Findings that stand in outputs, and those that do not. */
export function outputsOf(
  text: string,
  findings: readonly Finding[],
): { readonly shown: readonly Shown[]; readonly refused: readonly Finding[] } {
  if (findings.length === 0) return { shown: [], refused: [] };
  const { values, data } = formats.jsonc(text);
  const shown: Shown[] = [];
  const refused: Finding[] = [];
  for (const finding of findings) {
    const path = values.find(({ span }) => contains(span, finding.span))?.path ?? [];
    const isOutput = data !== undefined && path[0] === 'cells' && path[2] === 'outputs' && path.length > 4;
    if (isOutput) shown.push({ finding, output: path.slice(0, 4) });
    else refused.push(finding);
  }
  return { shown, refused };
}

/** Takes each of the outputs out of its list; everything else in the file stays as it is. */
export function outputEdits(text: string, shown: readonly Shown[]): readonly TextEdit[] {
  const paths = new Map(shown.map(({ output }) => [output.join('/'), output]));
  let now = text;
  let edits: readonly TextEdit[] = [];
  // From the last one, so that the places of the others stay.
  const inOrder = [...paths.values()].toSorted(
    (a, b) => Number(b[1]) - Number(a[1]) || Number(b[3]) - Number(a[3]),
  );
  for (const path of inOrder) {
    const step = formats.jsonc(now).removal(path) ?? [];
    edits = composeEdits(text, edits, step);
    now = applyEdits(now, step);
  }
  return edits;
}
