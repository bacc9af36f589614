import type { FileEdit } from '../model/fix';
import type { TextEdit } from '../text/edit';

/** The edits of a text as the change of its file; none where there are none. */
export const changed = (
  { path, text }: { readonly path: string; readonly text: string },
  label: string,
  edits: readonly TextEdit[],
): readonly FileEdit[] => (edits.length === 0 ? [] : [{ kind: 'change', path, label, before: text, edits }]);

/** Changes of one file go together, where the last of them stands. */
export function together(all: readonly FileEdit[]): readonly FileEdit[] {
  const result: FileEdit[] = [];
  for (const one of all) {
    const at = result.findIndex(({ path }) => path === one.path);
    const [earlier] = at < 0 ? [] : result.splice(at, 1);
    if (earlier?.kind !== 'change' || one.kind !== 'change') result.push(one);
    else
      result.push({
        ...one,
        label: [...new Set([earlier.label, one.label])].join(', '),
        edits: [...earlier.edits, ...one.edits],
      });
  }
  return result;
}
