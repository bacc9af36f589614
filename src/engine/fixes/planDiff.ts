import { createTwoFilesPatch } from 'diff';
import { dockerVariables } from '../analysers/dockerVariables';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import { envLines } from '../analysers/envLines';
import type { FileEdit } from '../model/fix';
import type { Settings } from '../model/settings';
import { scanDocument } from '../scan/scanDocument';
import { applyEdits } from '../text/edit';
import type { Span } from '../text/span';

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
  let result = '';
  let at = 0;
  const hidden = hiddenIn(path, text, settings).toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, shown } of hidden) {
    if (start < at || start === end) continue;
    result += text.slice(at, start) + shown;
    at = end;
  }
  return result + text.slice(at);
}

interface Hidden extends Span {
  readonly shown: string;
}

/** Every value of an env file and of a Dockerfile's variables, which are secrets by their names; elsewhere the keys. */
function hiddenIn(path: string, text: string, settings: Settings): readonly Hidden[] {
  const values = (spans: readonly Span[]): readonly Hidden[] =>
    spans.map((span) => ({ ...span, shown: mask }));
  const isEnv = isEnvFile(path) || isEnvTemplate(path);
  const assigned = isEnv ? envLines(text).map(({ valueSpan }) => valueSpan) : [];
  const variables = /dockerfile/i.test(path) ? dockerVariables(text) : [];
  // Read as plain text, an env file also gives up the keys in its comments.
  const document = { path: isEnv ? 'env.txt' : path, text };
  const keys = scanDocument(document, {}, settings).filter(({ category }) => category === 'key');
  return [
    ...values([...assigned, ...variables.map(({ valueSpan }) => valueSpan)]),
    ...keys.map(({ span, preview }) => ({ ...span, shown: preview === '' ? mask : preview })),
  ];
}
