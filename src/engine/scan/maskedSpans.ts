import { dotenv } from '../analysers/dotenv';
import { isEnvFile, isEnvTemplate } from '../analysers/envFiles';
import type { CustomRule } from '../model/customRule';
import type { SourceDocument } from '../model/document';
import type { Span } from '../text/span';
import { keySpans } from './explainKeys';
import { placeSecrets } from './placeSecrets';

/**
 * What nobody who looks on may read, in order, no span reaching over a line's end: every key, and what only its place
 * tells; and of an env file all but the names of its variables, comments too, because old values are left there. Also what
 * is empty yet, so that what is typed there is covered as it appears. Never throws.
 */
export function maskedSpans(
  document: SourceDocument,
  customRules: readonly CustomRule[] = [],
): readonly Span[] {
  const { text } = document;
  if (isMaskedWhole(document)) return envSpans(text);
  return apart([...keySpans(document, customRules), ...placeSecrets(document)]).flatMap((secret) =>
    linesOf(text, secret),
  );
}

/** In order, those that overlap as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last === undefined || last.end <= span.start) found.push(span);
    else found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return found;
}

/** An env file by its name, or by the language of a document that has no name yet. A template holds no values. */
export const isMaskedWhole = ({ path, languageId }: Omit<SourceDocument, 'text'>): boolean =>
  isEnvFile(path) || (!isEnvTemplate(path) && dotenv.claims.languageIds.some((id) => id === languageId));

/** `export NAME=`, `NAME: `, `# NAME=`: what of a line may be read. */
const shown =
  /^[ \t]*(?:(?:#[ \t]*)?(?:export[ \t]+)?([A-Za-z_][\w.-]{0,63})[ \t]*=|([A-Za-z_][\w.-]{0,63}):(?=[ \t]))/;

/** The last line of a key in base64 ends as a name does: `…Zm9v=`. Names do not mix all three. */
const isNoName = (name: string): boolean => /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name);

function envSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  /** Where a value in quotes that goes on over lines ends. */
  let openUntil = 0;
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    if (line.start < openUntil) {
      spans.push(line);
      continue;
    }
    const match = shown.exec(text.slice(line.start, line.end));
    const name = match?.[1] ?? match?.[2] ?? '';
    if (match === null || isNoName(name)) {
      spans.push(line);
      continue;
    }
    const start = line.start + match[0].length;
    spans.push({ start, end: line.end });
    openUntil = endOfQuoted(text, start);
  }
  return spans;
}

/** Where the quoted value that begins at `start` is closed; `start` where none begins, or none is closed. */
function endOfQuoted(text: string, start: number): number {
  quoted.lastIndex = start;
  return start + (quoted.exec(text)?.[0].length ?? 0);
}

const quoted = /[ \t]*(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`(?:\\[\s\S]|[^`\\])*`)/y;

/** The parts of a span on each of its lines, without the line ends. */
function linesOf(text: string, span: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = span.start;
  for (const { index, 0: found } of text.slice(span.start, span.end).matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: span.start + index });
    start = span.start + index + found.length;
  }
  return [...lines, { start, end: span.end }];
}
