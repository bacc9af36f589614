import { createTwoFilesPatch } from 'diff';
import { dockerVariables } from '../analysers/dockerVariables';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import { envLines } from '../analysers/envLines';
import { isShowableName } from '../detectors/secretValue';
import type { FileEdit } from '../model/fix';
import type { Settings } from '../model/settings';
import { findEveryKey } from '../scan/findEveryKey';
import { placeSecrets } from '../scan/placeSecrets';
import { applyEdits } from '../text/edit';
import type { Span } from '../text/span';
import { completed } from '../text/steps';

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

/**
 * Every value of an env file and of a Dockerfile's variables, which are secrets by their names; elsewhere the keys, and what a
 * tool takes for a secret. Also what is accepted, ignored or turned off: a diff is no list of problems.
 */
function hiddenIn(path: string, text: string, settings: Settings): readonly Hidden[] {
  const values = (spans: readonly Span[]): readonly Hidden[] =>
    spans.map((span) => ({ ...span, shown: mask }));
  const isEnv = isEnvFile(path) || isEnvTemplate(path);
  const variables = /dockerfile/i.test(path) ? dockerVariables(text) : [];
  const document = { path, text };
  // Read as plain text, an env file also gives up the keys in its comments.
  const found = completed(
    findEveryKey(isEnv ? { path: 'env.txt', text } : document, settings.policy?.customRules ?? []),
  );
  return [
    ...values([
      ...(isEnv ? envSecrets(text) : []),
      ...variables.map(({ valueSpan }) => valueSpan),
      ...placeSecrets(document),
    ]),
    ...found.map(({ span, prefix }) => ({ ...span, shown: `${prefix}${mask}` })),
  ];
}

/** The values of an env file, with what some readers cut off at `#`, and lines that are nothing but a value. */
function envSecrets(text: string): readonly Span[] {
  const lines = envLines(text);
  const assigned = lines.flatMap(({ name, nameSpan, valueSpan: { start, end } }) => {
    const tail = /^#[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0;
    return [{ start, end: end + (end > start ? tail : 0) }, ...(isShowableName(name) ? [] : [nameSpan])];
  });
  const others = Array.from(text.matchAll(/^[^\r\n]+/gm), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })).filter(
    (line) =>
      !/^\s*(?:#|$)/.test(text.slice(line.start, line.end)) &&
      !lines.some(({ nameSpan, valueSpan }) => nameSpan.start < line.end && valueSpan.end >= line.start),
  );
  return [...assigned, ...others];
}
