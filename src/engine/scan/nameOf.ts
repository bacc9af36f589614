import { wordsOf } from '../detectors/credentialNames';

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
const attributeAlone = /^\s*[a-z]+:([\w.-]+)=["']?$/;
/** Where the name stands that such a value belongs to, in front of it or behind: `name: X, value: …`, `<key>X</key>`. */
const naming =
  /(?:\b(?:name|key|id|variable|env|header|field|param-name|k)["']?\s*(?:[:=]|=>)\s*["'`]?|<(?:key|name|param-name|id|th)>)([A-Za-z_][\w.:-]*)/gi;

/** Variables in what stands before a value, as in a table: `| NAME | key |`. */
const variables = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET|PASSWORD)\b/g;

/** The words of the name that a value has, where `lead` is what stands before it and `above` the line before. */
export function nameOf(lead: string, rest: string, above: string, beside: () => string): string {
  const opened = lead.replace(/&(?:quot|amp|#34|#39|#x27);|%22/g, '"').replace(/(?:\\*["'`])+$/, '');
  const isLater = later.exec(opened);
  if (isLater !== null && !fallback.test(opened))
    return named(isLater[1] ?? '') || named(behind.exec(rest)?.[0] ?? '');
  const own = named(attribute.exec(opened)?.[1] ?? attributeAlone.exec(opened)?.[1] ?? lastSegment(opened));
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

/** The last words of a phrase, without those that name nothing; empty where nothing is left. */
export function named(phrase: string): string {
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
