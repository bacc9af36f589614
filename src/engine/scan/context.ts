import type { Span } from '../text/span';
import { besideOf, type Owner, ownersOf } from './owners';

/** What stands around a value, as words: the nearer, the more it says. Each part is read when it is asked for. */
export interface Context {
  /** Of the variable, key or attribute that has the value: `mistral api key`. */
  readonly name: string;
  /** Of the rest of its line. */
  readonly line: string;
  /** What encloses it, innermost first. */
  readonly owners: readonly (Owner & { readonly words: string })[];
  /** Of what stands in the same brackets, mapping, item or section. */
  readonly beside: string;
  /** Of the lines around it; the end of `before` is nearest. */
  readonly before: string;
  readonly after: string;
  /** A credential is announced right before it: `Bearer `, `X-API-Key: `. */
  readonly isAnnounced: boolean;
}

/** `new MistralClient(` → `new mistral client`; `X-API-Key` → `x api key`; `OPENAI_KEY2` → `openai key2`. */
export const wordsOf = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** How much is read around a value, in UTF-16 code units: the line, then some lines before and after. */
const lineReach = 240;
const beforeReach = 600;
const afterReach = 300;

/** A name and what binds a value to it: `name =`, `"name":`, `name => `, `name(`, `--name `, `ENV name `, `name ||=`. */
const bound =
  /([\w$@.\-[\]"'`]+?)\\?["'`\])]*\s*(?::\s*[\w.<>[\]?|&'*: ]{1,40}=|<-|[|?&]{0,2}=>?|:=?|=>|\(|,|\s)\s*(?:new\s+)?\\?["'`(]*$/;

/** A credential is announced right before it: `Bearer `, `Authorization: Token `, `-u user:`, `://user:`. */
const announced =
  /(?:\b(?:bearer|basic)\\?["']?\s*[:=\s]\s*\\?["'`]?|\bauthorization\\?["'`]?\]?\s*[:=,]\s*\\?["'`]?(?:[A-Za-z-]{3,16} )?|(?:\s-u|--user)[\s=]*["']?[\w.${}-]*:?|:\/\/[\w.%-]{0,64}:)$/i;

/** A value that stands in for a look-up, whose name is before it: `process.env.X ?? `, `getenv("X") or `. */
const fallback = /(?:\?\?|\|\||\b(?:or|else|unwrap_or|getOrElse|orElse)\b)[\s(]*$/;
/** A later argument or item; it has the name that stands before it as a literal, if any: `getenv("X", `. */
const later = /(?:\\?["'`:]([A-Za-z][\w.-]*)\\?["'`]?\s*\)?)?,\s*$/;

/** Names that say nothing: the one that does stands beside them, or is that of what encloses them. */
const isMute =
  /(?:^|\W)(?:default_?value|value|default|body|val|data|content|string|text|return|literal|item|entry|param-value|td|v)$/i;
/** Where the name stands that such a value belongs to, in front of it or behind: `name: X, value: …`, `<key>X</key>`. */
const naming =
  /(?:\b(?:name|key|id|variable|env|header|field|param-name|k)["']?\s*(?:[:=]|=>)\s*["'`]?|<(?:key|name|param-name|id|th)>)([A-Za-z][\w.-]*)/gi;

/** What surrounds the value at `span`. Reads a bounded part of the text. */
export function contextOf(text: string, span: Span): Context {
  const { start, end } = span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - lineReach);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + lineReach);
  const prefix = text.slice(lineStart, start);
  // A literal at the beginning of its line belongs to what the line before ends with.
  const opened = prefix.replace(/["'`]$/, '');
  const lead = /\w/.test(opened)
    ? opened
    : `${text.slice(Math.max(0, lineStart - lineReach), lineStart).trimEnd()} ${/\S/.test(opened) ? opened.trim() : ''}`;

  let owners: Context['owners'] | undefined;
  const readOwners = () => {
    owners ??= ownersOf(text, start).map((owner) => ({ ...owner, words: wordsOf(owner.head) }));
    return owners;
  };
  const readBeside = (): string => {
    const beside = besideOf(text, span, readOwners()[0]);
    return `${text.slice(beside.start, start)} ${text.slice(end, beside.end)}`;
  };
  let name: string | undefined;
  return {
    get name() {
      name ??= nameOf(lead, readBeside, readOwners);
      return name;
    },
    get line() {
      return wordsOf(`${lead.slice(-lineReach)} ${text.slice(end, lineEnd)}`);
    },
    get owners() {
      return readOwners();
    },
    get beside() {
      return wordsOf(readBeside());
    },
    get before() {
      return wordsOf(text.slice(Math.max(0, start - beforeReach), lineStart));
    },
    get after() {
      return wordsOf(text.slice(lineEnd, lineEnd + afterReach));
    },
    isAnnounced: announced.test(prefix),
  };
}

/** The words of the name that a value has, where `lead` is what stands before it. */
function nameOf(lead: string, readBeside: () => string, readOwners: () => Context['owners']): string {
  if (fallback.test(lead)) return wordsOf(lead.slice(lead.search(/[^;{}]*$/)).slice(-120));
  const argument = later.exec(lead);
  if (argument !== null) return wordsOf(argument[1] ?? '');
  const tag = /<([\w:.-]+)(?:\s[^<>]*)?>\s*$/.exec(lead);
  const own = tag?.[0] ?? bound.exec(lead.replace(/\$env:/i, ''))?.[1] ?? lead.slice(-60);
  if (!isMute.test(tag?.[1] ?? own)) return wordsOf(own);
  const named = Array.from(readBeside().matchAll(naming), ([, name = '']) => name).join(' ');
  const [owner] = readOwners().filter(({ kind }) => kind !== 'call');
  return wordsOf(`${tag?.[0] ?? ''} ${named === '' ? (owner?.head ?? '') : named}`);
}
