import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import { type Range, SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** A place where a file reads an environment variable. */
export interface EnvRead {
  readonly file: string;
  readonly span: Span;
  readonly range: Range;
}

/** One that names its variable. */
export interface NamedRead extends Pick<EnvRead, 'span'> {
  readonly name: string;
}

/** Where a document first reads an environment variable; undefined where it does not. */
export function firstEnvRead(document: SourceDocument): EnvRead | undefined {
  const match = languageOf(document)?.envRead?.exec(document.text);
  if (match === null || match === undefined) return undefined;
  const span = spanOf(match);
  return { file: document.path, span, range: new SourceText(document.text).rangeOf(span) };
}

/**
 * The variables that a document reads by their names, in order. Not those in a comment that begins its line or in a
 * text that is not run, nor those that the program gives a value itself.
 */
export function namedReads(document: SourceDocument): readonly NamedRead[] {
  const reads = known.get(document) ?? readsIn(document);
  known.set(document, reads);
  return reads;
}

/** Several rules ask for those of one document. */
const known = new WeakMap<SourceDocument, readonly NamedRead[]>();

function readsIn(document: SourceDocument): readonly NamedRead[] {
  const { text } = document;
  const language = languageOf(document);
  if (language?.envRead === undefined) return [];
  const own = new Set(matches(language.ownNames, text).map(({ groups }) => groups?.name));
  const inert = matches(language.inertTexts, text).filter(({ groups }) => groups?.run === undefined);
  const reads: NamedRead[] = [];
  for (const match of matches(language.envRead, text)) {
    const { name, names } = match.groups ?? {};
    const found = name === undefined ? namesIn(names) : [name];
    if (found.length === 0 || commentBefore.test(text.slice(Math.max(0, match.index - 200), match.index)))
      continue;
    if (inert.some(({ index, 0: { length } }) => index < match.index && match.index < index + length))
      continue;
    if (assigned.test(text.slice(match.index + match[0].length, match.index + match[0].length + 40)))
      for (const one of found) own.add(one);
    else reads.push(...found.map((one) => ({ name: one, span: spanOf(match) })));
  }
  return reads.filter((read) => !own.has(read.name));
}

/** Whether a file of this name may read a variable, by its language; a script without an extension is not known by it. */
export const readsEnvironment = (path: string): boolean =>
  languageOf({ path, text: '' })?.envRead !== undefined;

/** With the quote and the bracket that close what the match has opened. */
function spanOf({ index, input, 0: found }: RegExpExecArray): Span {
  const end = index + found.length;
  const closing = /[[(]/.test(found) ? /^["'`]?[\])]?/.exec(input.slice(end, end + 2)) : null;
  return { start: index, end: end + (closing?.[0].length ?? 0) };
}

const matches = (pattern: RegExp | undefined, text: string): readonly RegExpExecArray[] =>
  pattern === undefined ? [] : [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))];

/** `A, B: b = 'x', ...rest` → A, B. */
const namesIn = (inside = ''): readonly string[] =>
  inside.split(',').flatMap((part) => /^\s*["']?([A-Za-z_]\w*)/.exec(part)?.[1] ?? []);

/** The line begins with what begins a comment. */
const commentBefore = /(?:^|\n)[ \t]*(?:\/\/|\/?\*|#|--)[^\n]*$/;

/** What follows a variable that is given a value: `"] = `, ` ??= `. */
const assigned = /^["'`]?\]?\s*(?:\?\?|\|\||\|)?=(?![=~>])/;
