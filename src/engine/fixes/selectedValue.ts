import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { fingerprintOf } from '../scan/fingerprint';
import { literalAround } from '../scan/literalAround';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { nameRefusal } from './envNames';

/** The rule of what no rule found: the user says that it is a secret. It is in no report. */
const rule = 'selected-value';

/** Characters of a value that may be moved: a password or a line of text, not a program. */
const longest = 4096;

/**
 * A string that is selected, with or without its quotes, as if a rule had found it; named after what it is assigned
 * to. Undefined where the selection is no string of a language that is rewritten.
 */
export function selectedValue(document: SourceDocument, selection: Span): Finding | undefined {
  const { text, path } = document;
  if (languageOf(document)?.rewriting === undefined) return undefined;
  const selected = text.slice(selection.start, selection.end);
  const quoted = /^(["'`])([^\n]*)\1$/.exec(selected);
  const span = quoted === null ? selection : { start: selection.start + 1, end: selection.end - 1 };
  const value = quoted?.[2] ?? selected;
  if (value === '' || value.length > longest || /[\r\n]|^["'`]|["'`]$/.test(value)) return undefined;
  const literal = literalAround(text, span);
  if (literal.start === span.start) return undefined;
  return {
    rule,
    category: 'key',
    provider: null,
    severity: 'info',
    file: path,
    span,
    range: new SourceText(text).rangeOf(span),
    preview: '',
    fingerprint: fingerprintOf(value),
    message: '',
    envName: nameBefore(text.slice(Math.max(0, literal.start - 200), literal.start)),
  };
}

/** `apiKey = ` gives `API_KEY`. */
function nameBefore(lead: string): string {
  const line = lead.slice(lead.lastIndexOf('\n') + 1);
  const identifier = /([A-Za-z_$][\w$-]*)["'`]?\]?\s*(?::[^=:]+)?(?::=|=>|=|:|\()\s*$/.exec(line)?.[1] ?? '';
  const name = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
  return name === '' || nameRefusal(name) !== undefined ? 'SECRET' : name;
}
