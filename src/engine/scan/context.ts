import { wordsOf } from '../detectors/credentialNames';
import type { Span } from '../text/span';
import { besideOf, type Owner, type OwnerReader } from './owners';

/** What stands around a value, as words: the nearer, the more it says. Each part is read when it is asked for. */
export interface Context {
  /** Of the variable, key or attribute that has the value: `mistral api key`. */
  readonly name: string;
  /** Of its whole line. */
  readonly line: string;
  /** Of what stands before it on its line. */
  readonly lead: string;
  /** What encloses it, innermost first. */
  readonly owners: readonly (Owner & { readonly words: string })[];
  /** Of what stands in the same brackets, mapping, item or section. */
  readonly beside: string;
  /** Of the hosts that are named around it. */
  readonly hosts: string;
  /** The last identifier of its name: `api key` of `client.setApiKey(`. */
  readonly identifier: string;
  /** Of the lines around it; the end of `before` is nearest. */
  readonly before: string;
  readonly after: string;
  /** A credential is announced right before it: `Bearer `, `X-API-Key: `. */
  readonly isAnnounced: boolean;
  /** It is the work of a tool that encrypts: sops, Ansible Vault. */
  readonly isEncrypted: boolean;
}

/** How much is read around a value, in UTF-16 code units: the line, then some lines before and after. */
const lineReach = 240;
const beforeReach = 600;
const afterReach = 300;

/** A credential is announced right before it: `Bearer `, `Authorization: Token `, `-u user:`, `://user:`. */
const announced =
  /(?:\b(?:bearer|basic)\\?["']?\s*[:=\s]\s*\\?["'`]?|\bauthorization\\?["'`]?\]?\s*[:=,]\s*\\?["'`]?(?:[A-Za-z-]{3,16} )?|(?:\s-u|--user)[\s=]*["']?[\w.${}@-]*:?|\blog ?in[\s"'(]*|:\/\/[\w.%-]{0,64}:)$/i;

/** A value that stands in for a look-up, whose name is before it: `process.env.X ?? `, `getenv("X") or `. */
const fallback = /(?:\?\?=?|\|\|=?|\b(?:or|else|unwrap_or|unwrap_or_else|getOrElse|orElse)\b)[\s(|_]*$/;
/** A later argument or item; it has the name that stands before it as a literal, if any: `getenv("X", `. */
const later =
  /(?:(?:\\?["'`:]-{0,2}|(?:^|[(,\s])(?=[A-Z][A-Z0-9_]*\s*,))([A-Za-z][\w.:-]*)\\?["'`]?\s*\)?)?\s*,\s*$/;
/** The first argument of a call, or the option it is about: `add_argument("--api-key", default=`. */
const firstArgument = /^\s*["'`]-{0,2}([A-Za-z][\w.-]*)["'`]\s*,/;
/** An attribute in an open tag; a prefix such as `android:` says nothing. */
const attribute = /<[\w:.-]+\s(?:[^<>]*\s)?(?:[\w-]+:)?([\w.-]+)=\{?["']?$/;
/** What ends the reach of a name on a line. */
const separators = /[,;}]|(?<!=)\{|\s\|\s/;

/** Words that stand between a name and its value and name nothing themselves. */
const mute =
  /(?:(?:^| )(?:3d|set|add|put|append|default ?value|value|default|body|val|data|content|string|str|text|return|returns|literal|item|entry|param value|param|td|v|is|was|are|be|to|as|of|the|a|an|provided|equals|into|from|or|else|get|new|null|undefined|unwrap|const|let|var|type|raw|bytes|b64|base64|encode|decode|some|optional|maybe|just|char|static|freeze|nil|none|example|then|with|plain|env|shared|own|here|now|currently|following|this))+$/;
/** A variable's name behind a value: `echo KEY | gh secret set NAME`, `value="KEY" name="…"`. */
const behind =
  /\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET|PASSWORD)|name=["'][\w.-]+|["'](?:[\w-]*[Aa][Pp][Ii]-[Kk]ey|[Aa]uthorization)["'])/;

/** The same on a line of its own, in a tag that began above. */
const isAttributeAlone = /^\s*[a-z]+:([\w.-]+)=["']?$/;
/** Where the name stands that such a value belongs to, in front of it or behind: `name: X, value: …`, `<key>X</key>`. */
const naming =
  /(?:\b(?:name|key|id|variable|env|header|field|param-name|k)["']?\s*(?:[:=]|=>)\s*["'`]?|<(?:key|name|param-name|id|th)>)([A-Za-z_][\w.-]*)/gi;

/** Variables in what stands before a value, as in a table: `| NAME | key |`. */
const variables = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET|PASSWORD)\b/g;

/** What surrounds the value at `span`. Reads a bounded part of the text. */
export function contextOf(text: string, span: Span, reader: OwnerReader): Context {
  const { start, end } = span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - lineReach);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + lineReach);
  const lead = text.slice(lineStart, start);
  const rest = text.slice(end, lineEnd);
  const above = text.slice(Math.max(0, lineStart - lineReach), lineStart).trimEnd();

  const once = <T>(read: () => T): (() => T) => {
    let known: { readonly value: T } | undefined;
    return () => {
      known ??= { value: read() };
      return known.value;
    };
  };
  const owners = once(() =>
    reader.ownersOf(start).map((owner) => ({ ...owner, words: wordsOf(owner.head) })),
  );
  const besideText = once(() => {
    // What stands beside `<string>key</string>` is outside of that element.
    const owner = owners().find(({ kind, start: inside }) => kind !== 'tag' || inside < lineStart);
    const beside = besideOf(text, span, owner);
    const head = owner?.kind === 'tag' ? owner.head : '';
    return `${head} ${text.slice(beside.start, start)} ${text.slice(end, beside.end)}`;
  });
  const name = once(() => nameOf(lead, rest, above.slice(above.lastIndexOf('\n') + 1), besideText));
  const line = once(() => wordsOf(`${/\w/.test(lead) ? '' : above.slice(-lineReach)} ${lead} ${rest}`));
  const beside = once(() => wordsOf(besideText()));
  const before = once(() => wordsOf(text.slice(Math.max(0, start - beforeReach), lineStart)));
  const after = once(() => wordsOf(text.slice(lineEnd, lineEnd + afterReach)));
  return {
    get name() {
      return name();
    },
    get line() {
      return line();
    },
    get lead() {
      return wordsOf(lead);
    },
    get owners() {
      return owners();
    },
    get beside() {
      return beside();
    },
    get hosts() {
      const around = text.slice(Math.max(0, start - beforeReach), lineEnd + afterReach);
      return wordsOf(Array.from(around.matchAll(hostNames), ([, host = '']) => host).join(' '));
    },
    get identifier() {
      const last = lead
        .replace(/&quot;/g, '"')
        .match(/[A-Za-z_][\w-]*/g)
        ?.findLast((word) => named(word) !== '');
      return named(last ?? '');
    },
    get before() {
      return before();
    },
    get after() {
      return after();
    },
    isAnnounced: announced.test(lead) || (text[end] === '@' && lead.endsWith('://')),
    isEncrypted: /ENC\[AES|\$ANSIBLE_VAULT/.test(text.slice(Math.max(0, start - beforeReach), start)),
  };
}

/** The words of the name that a value has, where `lead` is what stands before it and `above` the line before. */
function nameOf(lead: string, rest: string, above: string, beside: () => string): string {
  const opened = lead.replace(/&(?:quot|amp|#34|#39|#x27);|%22/g, '"').replace(/(?:\\*["'`])+$/, '');
  const isLater = later.exec(opened);
  if (isLater !== null && !fallback.test(opened))
    return named(isLater[1] ?? '') || named(behind.exec(rest)?.[0] ?? '');
  const own = named(
    attribute.exec(opened)?.[1] ?? (isAttributeAlone.exec(opened)?.[1] || lastSegment(opened)),
  );
  if (own !== '') return own;
  // The value begins its line, or what begins it says nothing: it belongs to the line before.
  if (
    /^\s*(?:[.?]|\|\|)/.test(opened) ||
    (!/\w/.test(opened) && /(?:[=:(\\+|>]-?|\breturn|["'`]\)?)$/.test(above))
  ) {
    const upper = named(lastSegment(above));
    if (upper !== '') return upper;
  }
  const around = beside();
  const names = [
    firstArgument.exec(around)?.[1] ?? '',
    ...Array.from(around.matchAll(naming), ([, one = '']) => one),
  ]
    .join(' ')
    .trim();
  if (names !== '') return named(names);
  return named(behind.exec(rest)?.[0] ?? (opened.match(variables) ?? []).at(-1) ?? '');
}

/** `https://api.mistral.ai`, also written for a URL; `machine api.mistral.ai`. */
const hostNames = /(?::\/\/|%3A%2F%2F|\bmachine\s+|\bhost["']?\s*[:=]\s*["']?)([\w.-]+)/gi;

/** The last words of a phrase, without those that name nothing. */
function named(phrase: string): string {
  // `_token` is what frameworks call the token of a form.
  const words = wordsOf(
    phrase
      .replace(/\$env:/i, '')
      .replace(/(^|\W)_token\b/, '$1csrf_token')
      .replace(holders, ''),
  );
  return words
    .replace(/(?: \d+)+$/, '')
    .replace(mute, '')
    .split(' ')
    .slice(-nameWords)
    .join(' ');
}

/** Calls that keep a value and say nothing of it. */
const holders =
  /\b(?:useRef|useState|ref|shallowRef|\$?state|signal|ConvertTo-SecureString)\b(?:<[^<>]*>)?[("'`\s]*$/;

/** How many words of a line belong to a name: `set the mistral api key`. */
const nameWords = 5;

/** What stands behind the last separator: `{ a: 1, apiKey: ` → `apiKey: `. */
function lastSegment(text: string): string {
  const plain = text
    .replace(/\[(\w+), ?set\w+\] =/, '$1 =')
    .replace(/\{\s*get;[^{}]*\}/, ' ')
    .replace(/\$?\{([\w.$:-]+)\}/g, ' $1 ');
  return plain.split(separators).at(-1) ?? '';
}
