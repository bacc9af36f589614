import type { FileEdit } from '../model/fix';
import { applyEdits, type TextEdit } from '../text/edit';

/** The edits of plans that were made one on top of the other, as one edit per file on what was there before all of them. */
export function mergeEdits(edits: readonly FileEdit[]): readonly FileEdit[] {
  const byPath = new Map<string, FileEdit>();
  for (const edit of edits) {
    const earlier = byPath.get(edit.path);
    byPath.set(edit.path, earlier === undefined ? edit : merged(earlier, edit));
  }
  return [...byPath.values()];
}

function merged(earlier: FileEdit, later: FileEdit): FileEdit {
  if (later.kind === 'create') throw new RangeError('a file is created twice');
  const after = applyEdits(later.before, later.edits);
  const label = earlier.label === later.label ? earlier.label : `${earlier.label}; ${later.label}`;
  if (earlier.kind === 'create') return { ...earlier, label, text: after };
  return { ...earlier, label, edits: [difference(earlier.before, after)] };
}

/** The one edit that makes `after` of `before`. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}
