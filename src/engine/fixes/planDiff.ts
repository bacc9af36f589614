import { createTwoFilesPatch } from 'diff';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import { envLines } from '../analysers/envLines';
import type { FileEdit } from '../model/fix';
import type { Settings } from '../model/settings';
import { scanDocument } from '../scan/scanDocument';
import { applyEdits } from '../text/edit';

/** What stands for a value that is not shown. */
const mask = '…';

/**
 * What an edit changes, as a unified diff without surrounding lines. Every value of an env file and every key that is
 * found in another file is left out: a diff shows where keys go, and none of them.
 */
export function planDiff(edit: FileEdit, settings: Settings): string {
  const { path } = edit;
  const before = edit.kind === 'create' ? '' : edit.before;
  const after = edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits);
  const hidden = (text: string): string => (text === '' ? '' : withoutValues(path, text, settings));
  const [from, to] = [edit.kind === 'create' ? '/dev/null' : `a/${path}`, `b/${path}`];
  const patch = createTwoFilesPatch(from, to, hidden(before), hidden(after), '', '', { context: 0 });
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*?)\t$/gm, '$1 $2');
}

function withoutValues(path: string, text: string, settings: Settings): string {
  const spans =
    isEnvFile(path) || isEnvTemplate(path)
      ? envLines(text).map(({ valueSpan }) => ({ ...valueSpan, shown: mask }))
      : scanDocument({ path, text }, {}, settings)
          .filter(({ category }) => category === 'key')
          .map(({ span, preview }) => ({ ...span, shown: preview === '' ? mask : preview }));
  let result = '';
  let at = 0;
  for (const { start, end, shown } of spans) {
    if (start < at || start === end) continue;
    result += text.slice(at, start) + shown;
    at = end;
  }
  return result + text.slice(at);
}
