/** What stands around a value, as words: the nearer, the more it says. */
export interface Context {
  /** Of the variable, key or attribute that has the value: `mistral api key`. */
  readonly name: string;
  /** Of the rest of its line. */
  readonly line: string;
  /** Of the lines around it. */
  readonly near: string;
  /** A credential is announced right before it: `Bearer `, `X-API-Key: `. */
  readonly isAnnounced: boolean;
  /** Of the constructor or log-in that takes it as its first argument; empty where there is none. */
  readonly taker: string;
}

/** `new MistralClient(` → `new mistral client`; `X-API-Key` → `x api key`; `OPENAI_KEY2` → `openai key2`. */
export const wordsOf = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** Calls that take a credential first: constructors, and what logs in or configures. */
const takers = /^[A-Z]|[Cc]lient|[Ll]og_?[Ii]n|[Cc]onfig|[Cc]onnect|[Aa]uth|[Kk]ey|[Tt]oken/;

/** How much is read around a value, in UTF-16 code units: the line, then some lines before and after. */
const lineReach = 240;
const nearReach = 600;

/** A name and what binds a value to it: `name =`, `"name":`, `name => `, `name(`, `--name `, `ENV name `, `name ||=`. */
const bound =
  /([\w$@.\-[\]"'`]+?)["'`\])]*\s*(?::\s*[\w.<>[\]?|&'* ]{1,40}=|<-|[|?&]{0,2}=>?|:=?|=>|\(|,|\s)\s*(?:new\s+)?["'`(]*$/;

/** Words with which a credential is announced right before it, inside the literal or the line. */
const announced =
  /(?:\b(?:bearer|token|basic|apikey|api-key|x-api-key|xi-api-key|authorization|access_token|api_key|key)["']?\s*[:=\s]\s*["'`]?)$/i;

/** Everything between a value and the name it belongs to that is no name: fallbacks and look-ups. */
const fallback = /(?:\?\?|\|\||,|\b(?:or|else))\s*$/;

/** Names that say nothing: the one that does stands before them, as in `name: X, value: …` and `variable "X" { default = …`. */
const beside = /(?:^|\W)(?:default_?value|value|default|body|val|data|content|string|text)$/i;
const saysNothing = /\b(?:value|default|name|type|string|variable|or|else)\b/g;
const siblingReach = 120;

/** What surrounds the value at `[start, end)`. Reads a bounded part of the text. */
export function contextOf(text: string, start: number, end: number): Context {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - lineReach);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + lineReach);
  const before = text.slice(lineStart, start);
  const opened = before.replace(/["'`]$/, '');
  // A literal at the beginning of its line belongs to what the line before ends with.
  const lead = /\S/.test(opened)
    ? opened
    : `${text.slice(Math.max(0, lineStart - lineReach), lineStart).trimEnd()} `;
  const direct = bound.exec(lead.replace(/\$env:/i, ''))?.[1] ?? lead.slice(-60);
  const around = text.slice(Math.max(0, start - siblingReach), start);
  const called = /([\w$.]+)\(\s*$/.exec(lead)?.[1] ?? '';
  const takes = takers.test(called.slice(called.lastIndexOf('.') + 1));
  return {
    name:
      fallback.test(lead) || beside.test(direct)
        ? wordsOf(around).replace(saysNothing, ' ')
        : wordsOf(direct),
    line: wordsOf(`${lead.slice(-lineReach)} ${text.slice(end, lineEnd)}`),
    near: wordsOf(
      `${text.slice(Math.max(0, start - nearReach), lineStart)} ${text.slice(lineEnd, lineEnd + 200)}`,
    ),
    isAnnounced: announced.test(before),
    taker: takes ? wordsOf(called) : '',
  };
}
