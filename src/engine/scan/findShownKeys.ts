import type { Problem } from '../analysers/analyser';
import { languageOf } from '../analysers/sourceCode';
import { isSecretName } from '../detectors/secretValue';
import type { SourceDocument } from '../model/document';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { lineStart } from '../text/lines';
import type { Span } from '../text/span';
import { namedReads } from './envReads';
import { mayShowKeys } from './mayShowKeys';

/** Code that prints or logs an env key, whole or in part, and what prints only whether it is set. */
export interface ShownKey extends Problem {
  readonly edits?: readonly TextEdit[];
}

/** How code says whether a value is set: it takes the expression that reads it, or the name that holds it. */
const isSet: Readonly<Record<string, (expression: string, name: string) => string | undefined>> = {
  javascript: (expression) => `Boolean(${expression})`,
  python: (expression, name) =>
    /^\w+$/.test(expression) ? `bool(${expression})` : `bool(os.environ.get(${quoted(expression, name)}))`,
  ruby: (expression, name) =>
    /^\w+$/.test(expression) ? `!${expression}.nil?` : `ENV.key?(${quoted(expression, name)})`,
  go: (expression) => `${expression} != ""`,
  php: (expression) => `(bool) ${expression}`,
  shellscript: (_, name) => `\${${name}:+set}`,
};

/** In the quotes that the expression has: it may stand in a text with the others. */
const quoted = (expression: string, name: string): string => {
  const quote = /["']/.exec(expression)?.[0] ?? '"';
  return `${quote}${name}${quote}`;
};

/** JSX, TypeScript and the like print as JavaScript does. */
const likeJavascript: ReadonlySet<string> = new Set(['typescript', 'jsx', 'tsx', 'vue', 'svelte', 'astro']);

/** What prints or logs, up to where its argument begins. */
const printing =
  /(?:\bconsole\.(?:log|info|warn|error|debug|trace)|\b(?:logger|logging|log|Log)\.(?:debug|info|warn|warning|error|print(?:f|ln)?|Print(?:f|ln)?|Fatal(?:f|ln)?)|\bfmt\.(?:Print|Fprint)(?:f|ln)?|\bp?print(?:f|ln!?|_r)?|\bputs|\bp|\becho|\bvar_dump|\bSystem\.out\.print(?:f|ln)?|\bConsole\.Write(?:Line)?)(?:\s*\(|\s+)(?<lead>[^;\n]*)$/;

/** What is around a read that asks of it, and prints none of it. */
const asksBefore =
  /(?:!|\bbool\)\s*|\btypeof\s+|\b(?:not|if|unless|and|or)\s+|\b\w+\s*\(\s*|\bdefined\?\s*|[=!]==?\s*|\?\s*|&&\s*)$/;
const asksAfter = /^:\+|^\s*(?:[=!]==?|\?(?!\?|\.)|&&|\??\.length\b|\s(?:is|in|if|and)\b|\.nil\?)/;
/** A part of it is shown all the same. */
const part = /^(?:\??\.(?:slice|substring|substr)\([^()]*\)|\[[-\d\s:]+\])/;

export function shownKeys(document: SourceDocument): readonly ShownKey[] {
  const { text } = document;
  if (!mayShowKeys(text)) return [];
  const language = languageOf(document);
  if (language?.envRead === undefined) return [];
  const id = likeJavascript.has(language.id) ? 'javascript' : (language.family ?? language.id);
  return expressionsOf(text, namedReads(document)).flatMap((read): readonly ShownKey[] => {
    const { name } = read;
    const start = lineStart(text, read.span.start);
    if (read.span.end - start > longestLine) return [];
    const before = text.slice(start, read.span.start);
    const rest = /^[^\n]{0,400}/.exec(text.slice(read.span.end, read.span.end + longestLine))?.[0] ?? '';
    const call = printing.exec(before);
    const lead = call?.groups?.lead;
    if (lead === undefined || isQuoted(before.slice(0, call?.index)) || inText(id, lead)) return [];
    const span =
      id === 'shellscript'
        ? expansionAt(text, read.span, before + rest)
        : directAt(id, read.span, lead, rest);
    if (span === undefined) return [];
    const shownPart = span.end - read.span.end > 1;
    const expression = text.slice(read.span.start, read.span.end);
    const newText = isBalanced(expression) ? isSet[id]?.(expression, name) : undefined;
    return [
      {
        rule: 'env-value-shown',
        severity: 'warning',
        span,
        subject: `${name} ${before.trim()}`,
        message: shownPart
          ? t('A part of {0} is printed: it makes the rest easier to guess. Print whether it is set.', name)
          : t(
              '{0} is printed: logs keep it, and more people read them than the code. Print whether it is set.',
              name,
            ),
        ...(newText === undefined ? {} : { edits: [{ span, newText }] }),
      },
    ];
  });
}

/** In UTF-16 code units; what is longer was not written by hand. */
const longestLine = 1000;

/** `$X` or `${X}` that a plain echo prints; undefined where the line does more, or the expansion is another one. */
function expansionAt(text: string, { start, end }: Span, line: string): Span | undefined {
  if (!/^\s*echo\s/.test(line) || /\$\(|`|&&|\|\||[;|<>]|::add-mask::/.test(line)) return undefined;
  if (/\\$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
  if (text[start + 1] !== '{') return { start, end };
  return text[end] === '}' ? { start, end: end + 1 } : undefined;
}

/** An argument of the call itself, or what a text of it interpolates; with the part that is taken of it. */
function directAt(id: string, { start, end }: Span, lead: string, rest: string): Span | undefined {
  const shownPart = part.exec(rest)?.[0] ?? '';
  if (asksBefore.test(lead) || asksAfter.test(rest.slice(shownPart.length))) return undefined;
  const interpolation = id === 'python' ? /\bf["'][^{}]*\{$/ : /[$#]\{$/;
  if (/[(){}[\]]|&&|\|\|/.test(lead.replace(interpolation, '').replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '')))
    return undefined;
  return { start, end: end + shownPart.length };
}

const isBalanced = (expression: string): boolean =>
  ['()', '[]'].every(
    ([open = '', close = '']) => expression.split(open).length === expression.split(close).length,
  );

/** Whether a line ends within quotes: the call is a text, as in a test or a message. */
const isQuoted = (line: string): boolean =>
  ['"', "'", '`'].some((quote) => (line.match(new RegExp(`(?<!\\\\)${quote}`, 'g'))?.length ?? 0) % 2 === 1);

/** Whether the lead ends in a text in which nothing is run: an odd number of quotes, and no interpolation that is open. */
function inText(id: string, lead: string): boolean {
  if (/(?:\$\{|#\{|\{)[^}]*$/.test(lead)) return false;
  const quotes = id === 'shellscript' ? /'/g : /(?<!\\)["'`]/g;
  return (lead.match(quotes)?.length ?? 0) % 2 === 1;
}

/** Where secrets are read, and the names that hold nothing else. */
function expressionsOf(
  text: string,
  reads: readonly { readonly name: string; readonly span: Span }[],
): readonly { readonly name: string; readonly span: Span }[] {
  const secret = reads.filter(({ name }) => isSecretName(name));
  // Each name is looked for in the whole text: a file with very many is made, not written.
  const held = (secret.length > mostNames ? [] : secret).flatMap(({ name, span }) => {
    const own =
      /(?:^|[\s;])(?:(?:const|let|var|my|local|auto|final|String|string)\s+)?\$?([A-Za-z_]\w*)\s*:?=\s*$/.exec(
        text.slice(lineStart(text, span.start), span.start),
      )?.[1];
    const isAll = /^(?:\)|!|;|\s|$|\s*\|\|\s*["'][^"']*["']|,\s*["'][^"']*["']\s*\))*\s*$/.test(
      /^[^\n]*/.exec(text.slice(span.end, span.end + longestLine))?.[0] ?? '',
    );
    if (own === undefined || !isAll || own.length < 2 || isShadowed(text, own)) return [];
    return Array.from(
      text.slice(span.end).matchAll(new RegExp(`(?<![\\w.$"'])\\$?${own}\\b(?!\\s*[:=(])`, 'g')),
      (match) => ({
        name,
        span: { start: span.end + match.index, end: span.end + match.index + match[0].length },
      }),
    );
  });
  return [...secret, ...held];
}

const mostNames = 50;

/** Whether a name is given anything else in the file: another value, an item of a loop, an argument. */
const isShadowed = (text: string, name: string): boolean =>
  (text.match(new RegExp(`\\b${name}\\s*(?::?=(?!=)|\\+=)`, 'g'))?.length ?? 0) > 1 ||
  new RegExp(
    `\\b(?:for|foreach|def|function|func|fn|lambda|catch|with)\\b[^\\n]{0,200}\\b${name}\\b|\\b${name}\\b[^\\n]{0,100}=>`,
  ).test(text);
