import type { NamedRead } from './envReads';

/**
 * What a program does where a variable is not set. `optional`: it takes something else, or goes another way. `tested`: it is
 * asked whether it is there, which tells neither. `needed`: it goes on without a value, or stops.
 */
export type EnvNeed = 'needed' | 'tested' | 'optional';

/** Told by what stands beside the lookup, in the forms of all languages that name their variables. */
export function envNeed(text: string, { span, name }: NamedRead): EnvNeed {
  const before = text.slice(Math.max(0, span.start - reach), span.start);
  const lookup = text.slice(span.start, span.end);
  const after = text.slice(span.end, span.end + reach);
  if (testedBefore.test(before) || testedAfter.test(after)) return 'tested';
  if (!lookup.includes(name)) return hasDefault(before, name) ? 'optional' : 'needed';
  if (/\bvar(?:_os)?\(/.test(lookup)) return rustNeed(before, after);
  if (takesDefault(lookup, after) || optionalAfter.test(after) || optionalBefore.test(before))
    return 'optional';
  return 'needed';
}

/** UTF-16 code units on each side. */
const reach = 1000;

/** `if (!`, `if not `, `[ -z "`, `string.IsNullOrEmpty(`. */
const testedBefore =
  /(?:(?<!!)!\s*|\bnot\s+|-z\s*"?|\bIsNullOr(?:Empty|WhiteSpace)\s*\(\s*|\bempty\s*\(\s*)$/;

/** `== null`, ` is None`, `.nil?`. */
const testedAfter =
  /^\s*(?:[!=]==?\s*(?:null\b|undefined\b|nil\b|""|'')|is\s+(?:not\s+)?(?:None|null)\b|\.(?:nil|empty|blank)\?|\.isEmpty\(\))/;

/** `getenv("A", "x")`, `ENV.fetch("A") { "x" }`, and Go's `LookupEnv`, which tells whether there is a value. */
const takesDefault = (lookup: string, after: string): boolean =>
  (/\([^)]*$/.test(lookup) && /^\s*,(?!\s*\))/.test(after)) ||
  (/\bfetch\b/.test(lookup) && /^\)?\s*(?:\{|do\b)/.test(after)) ||
  /\bLookupEnv\b/.test(lookup);

/** What ends the program is no default: `?? throw`, `|| die(`. */
const unlessItFails = String.raw`(?!\s*(?:throw|raise|die|abort|panic|exit|(?:\w+\.)?(?:exit|fail\w*|error)|(?:missing|required)\w*)\b)`;

/** `?? 'x'`, ` or "x"`, ` ? a : b`, `?.`, `=== 'x'`, `:-x}`. */
const optionalAfter = new RegExp(
  String.raw`^(?:\s*(?:(?:\?\?|\|\||\?:|\bor\b)=?${unlessItFails}|&&|\band\b|\?\.|&\.|[!=]=|\?\s)|:?[-=+])`,
);

/** `if (`, `!!`, `Boolean(`, `isset(`, `Optional.ofNullable(`, `cmp.Or(`. */
const optionalBefore =
  /(?:\b(?:if|while|elsif|elif|unless)\b(?![^\n]*\b(?:return|then)\b)[^;{}\n]*|!!\s*|-n\s*"?|\b(?:Boolean|bool|isset|typeof|ofNullable|requireNonNullElse|requireNonNullElseGet|cmp\.Or)\s*\(?\s*)$/;

/** `const { A, B: b = 'x' } = process.env` */
function hasDefault(before: string, name: string): boolean {
  const inside = /\{([^{}]*)\}\s*=\s*$/.exec(before)?.[1] ?? '';
  return new RegExp(String.raw`(?:^|,)\s*${name}\b[^,=]*=`).test(inside);
}

/** `env::var` gives a result: the variable is needed where nothing else is done with an error than to stop. */
const rustNeed = (before: string, after: string): EnvNeed =>
  /^\s*(?:\?|\.\s*(?:unwrap|expect|context|with_context|map_err)\s*\()/.test(after) &&
  !/\b(?:if|while|match)\b[^;{}\n]*$/.test(before)
    ? 'needed'
    : 'optional';
