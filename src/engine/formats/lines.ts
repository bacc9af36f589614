import type { TextEdit } from '../text/edit';
import { withLines } from '../text/lines';
import type { ConfigText, ConfigValue } from './configText';

/** A file of lines that each say something, without names: `requirements.txt`, `.netrc`. Lines that begin with `#` are comments. */
export function lines(text: string): ConfigText {
  const values = Array.from(
    text.matchAll(/^[ \t]*([^#\s][^\r\n]*)/gm),
    ({ index, 0: line, 1: own = '' }, at) => lineValue(own.trimEnd(), index + line.length - own.length, at),
  );
  return {
    values,
    data: values.map(({ value }) => value),
    comments: Array.from(text.matchAll(/^[ \t]*#[^\r\n]*/gm), ([comment]) => comment.trimEnd()),
    replacements: (_, part, written): readonly TextEdit[] => [{ span: part, newText: written }],
    removal: ([at]) => {
      const found = values[Number(at)];
      return found === undefined ? undefined : [{ span: withLines(text, found.span), newText: '' }];
    },
    addition: () => undefined,
  };
}

const lineValue = (value: string, start: number, at: number): ConfigValue => ({
  path: [at],
  value,
  span: { start, end: start + value.length },
});
