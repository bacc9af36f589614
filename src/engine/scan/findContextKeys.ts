import { bareName, isPlainName, otherName, secretName, takers, wordsOf } from '../detectors/credentialNames';
import { type ContextKind, type Detector, type FoundKind, titleOf } from '../detectors/detector';
import { looksRandom, placeholderReason } from '../detectors/placeholder';
import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { once } from '../text/once';
import { longRuns, shortestKeyRun } from '../text/runs';
import type { Span } from '../text/span';
import { type Context, contextOf } from './context';
import type { FoundKey, Rejected } from './findKeys';
import { type LooseNames, looseNames } from './looseNames';
import { OwnerReader } from './owners';

/** Characters of the shortest kind, and more than the longest has. */
const shortestKey = 24;
const longestKey = 100;

/** Files of digests. */
const lockFile =
  /(?:^|[/.-])lock(?:\.\w+)?$|(?:\.sum|\.resolved|lock\.(?:json|ya?ml)|checksums?\.txt|SHA\d*SUMS?)$/i;

/** Services whose keys are made for pages and stand beside everything. */
const otherService =
  /\b(?:algolia|docsearch|mixpanel|amplitude|bugsnag|recaptcha|hcaptcha|turnstile|rollbar|fullstory|hotjar|gravatar)\b/;

/** What many values have that are no keys: digests and ids. */
const isHashLike = (value: string): boolean => /^[0-9a-f-]+$/i.test(value);

type Scanned = Pick<SourceDocument, 'path' | 'text'>;

/** Judges one value in its place; undefined where it is no key. */
export type ContextJudge = (span: Span, value: string, rejected?: Rejected) => FoundKey | undefined;

export interface ContextFinder {
  /** Every key in the runs of a text, in order, each when it is asked for; spans that are not wanted are not looked at. */
  find(
    document: Scanned,
    runs: readonly Span[],
    isWanted: (span: Span) => boolean,
    rejected?: Rejected,
  ): Iterable<FoundKey>;
  /** For values that stand in the text in another writing. */
  judgeFor(document: Scanned): ContextJudge;
  /** Whether a provider may be named in a document; true where asking takes more than to look at so many runs. */
  mayBeNamed(document: Scanned, runs: number): boolean;
}

interface Candidate {
  readonly provider: Detector;
  readonly kind: ContextKind;
}

/**
 * Finds keys that carry no mark: the exact shape of a provider's key, the provider named in its name, in what encloses
 * it, beside it or in the file's imports, and a name or a place that says it is a credential. All three, never
 * distance alone.
 */
export function createContextFinder(detectors: readonly Detector[]): ContextFinder {
  const kinds = detectors.flatMap((provider) =>
    (provider.inContext ?? []).map((kind): Candidate => ({ provider, kind })),
  );

  const anyName = once(() => looseNames(kinds.map(({ kind }) => kind.names.source)));

  const judgeIn = (file: FileContext): ContextJudge => {
    const { path, text } = file;
    return (span, value, rejected) => {
      const shaped = kinds.filter(({ kind }) => kind.shape.test(value));
      if (shaped.length === 0 || (isHashLike(value) && lockFile.test(path))) return undefined;
      const named = file.mayNameOf(shaped);
      if (named.length === 0 || !looksRandom(value)) return undefined;
      const context = contextOf(path, text, span, file.owners);
      const judged = named.flatMap((candidate) => {
        const reason = credentialReason(candidate.kind, context, file, value);
        return reason === undefined ? [] : [{ ...candidate, reason }];
      });
      const best = nearest(judged, context, file, value);
      if (best === undefined) return undefined;
      const { provider, kind, where, reason } = best;
      const key: FoundKey = {
        provider: provider.id,
        kind,
        prefix: kind.prefix ?? '',
        span,
        reasons: [shapeOf(kind), t('{0} is named {1}', provider.title, where), reason],
      };
      const placeholder = placeholderReason(value);
      if (placeholder === undefined) return key;
      rejected?.(key, placeholder);
      return undefined;
    };
  };

  return {
    judgeFor: ({ path, text }) => judgeIn(new FileContext(path, text)),
    mayBeNamed: ({ path, text }, runs) => {
      const file = new FileContext(path, text);
      return !file.isWorthReading(runs / 30) || file.mayNameAny(anyName());
    },
    *find({ path, text }, runs, isWanted, rejected) {
      const file = new FileContext(path, text);
      if (file.isWorthReading(10 * runs.length) && !file.mayNameAny(anyName())) return;
      if (file.isWorthReading(runs.length) && file.namedOf(kinds).length === 0) return;
      const judge = judgeIn(file);
      for (const run of runs) {
        const span = valueIn(text, run);
        if (span === undefined || !isWanted(span)) continue;
        const key = judge(span, text.slice(span.start, span.end), rejected);
        if (key !== undefined) yield key;
      }
    },
  };
}

const shapeOf = (kind: FoundKind): string =>
  /^[AEIOU]/.test(kind.title)
    ? t('it has the shape of an {0}', titleOf(kind))
    : t('it has the shape of a {0}', titleOf(kind));

/**
 * The part of a run that stands alone: between quotes, blanks or what assigns. Undefined where it is a part of more, or
 * longer than any key.
 */
export function valueIn(text: string, run: Span, shortest = shortestKey): Span | undefined {
  if (run.end - run.start > longestRun) return undefined;
  const whole = text.slice(run.start, run.end);
  if (!/\d/.test(whole)) return undefined;
  // `NAME=value` and `key=value` are one run: the value is what follows the last sign, padding apart.
  const isAssigned = whole.includes('=') || whole.startsWith('-');
  const assigned = (isAssigned && /^[+~]?(?:[\w\-./]*=(?=[^=]))+|^-(?=\w)/.exec(whole)?.[0].length) || 0;
  // `%3D` before it: the digits are no part of it.
  const escaped = text[run.start - 1] === '%' && /^[0-9a-f]{2}/i.test(whole) ? 2 : 0;
  const start = run.start + Math.max(assigned, escaped);
  let end = run.end;
  while (end > start && (text[end - 1] === '.' || text[end - 1] === '~')) end--;
  if (end - start < shortest || end - start > longestKey) return undefined;
  const isUserInfo =
    text[end] === '@' && /(?:\/\/|-u\s*["']?)[\w.%-]*:?$/.test(text.slice(Math.max(0, start - 80), start));
  if ('@#%$\\'.includes(text[start - 1] ?? ' ')) return undefined;
  if ('@#%$('.includes(text[end] ?? ' ') && !isUserInfo && !/^%(?:2[267]|0A)/i.test(text.slice(end, end + 3)))
    return undefined;
  return { start, end };
}

/** A longer run is a blob. */
const longestRun = 400;

/** What says that the value is a credential; undefined where nothing does. */
function credentialReason(
  kind: ContextKind,
  context: Context,
  file: FileContext,
  value: string,
): string | undefined {
  const { name, isAnnounced, isEncrypted, owners } = context;
  if (isEncrypted) return undefined;
  if (isAnnounced) return t('a credential is announced before it');
  if (otherName.test(name)) return undefined;
  if (secretName.test(name)) return t('its name is that of a secret');
  const isItem = name === '' || isOnlyProvider(kind, name);
  for (const { kind: owner, head, words } of owners) {
    if (owner === 'call') {
      // A wrapper passes on what it is bound to: `const key = String::from(`; a log-in takes the key itself.
      const [binding = ''] = /^.*(?=(?:[^=]=|:|<-)[^=])/.exec(head) ?? [];
      if ([binding, head].some(isSecret)) return t('it is passed to what is named as a secret');
      const isProviders = kind.names.test(words) || kind.names.test(name) || file.imports(kind, head);
      if (takers.test(head.trimEnd()) && isProviders) return t('it is passed to the provider');
      continue;
    }
    // A collection of secrets: its items are named after their providers, or not at all.
    if ((isItem || owner === 'list') && isSecret(nameIn(head)))
      return t('it stands in a collection of secrets');
    if (owner !== 'list' && !isItem) break;
  }
  if (isOnlyProvider(kind, name) && secretsFile.test(file.pathWords))
    return t('its file is named after secrets');
  if (isHashLike(value)) return undefined;
  if (name !== '' && isItem) return t('its name is that of the provider alone');
  return name === '' && secretName.test(context.lead) ? t('a secret is spoken of before it') : undefined;
}

/** A file of keys, by its path. */
const secretsFile = /\b(?:keys|secrets|credentials|creds|tokens)\b/;

/** Whether the last words of a phrase say a secret. */
function isSecret(phrase: string): boolean {
  const words = wordsOf(phrase).split(' ').slice(-3).join(' ');
  return secretName.test(words) && !otherName.test(words);
}

/** The name in what opens a block: `apiKeys` of `const apiKeys: Map =`, `getKey` of `function getKey(a): string`. */
const nameIn = (head: string): string =>
  head.replace(/^\s*["'`[(-]+/, '').split(/["'`\]]?\s*(?:[(=<]|:(?!:))/, 1)[0] ?? '';

/** Whether a name says the provider and nothing else: `mistral`, `const MISTRAL`. */
const isOnlyProvider = (kind: ContextKind, name: string): boolean =>
  kind.names.test(name) && name.split(' ').length <= 3;

/** The kind whose provider is named nearest; undefined where none is named, or two are at the same distance. */
function nearest<C extends Candidate>(
  candidates: readonly C[],
  context: Context,
  file: FileContext,
  value: string,
): (C & { readonly where: string }) | undefined {
  if (candidates.length === 0) return undefined;
  const { name, isAnnounced, identifier } = context;
  // Digests and ids stand everywhere: a bare `key` says too little there, and a name of its own is another's.
  const isLoose = isHashLike(value) && !isAnnounced;
  const isBare = isLoose && bareName.test(identifier);
  const isOthers =
    isLoose &&
    [name, context.line, ...context.owners.map(({ words }) => words)].some((one) => otherService.test(one));
  const isNamedOtherwise =
    isOthers || (isLoose && name !== '' && !isPlainName(identifier) && !isPlainName(name));
  const places: readonly (readonly [read: () => string, isNear: boolean, where: string])[] = [
    [() => name, true, t('in its name')],
    ...context.owners.map(({ words }) => [() => words, true, t('in what encloses it')] as const),
    [() => (isBare || isOthers ? '' : context.line), true, t('on its line')],
    [() => context.hosts, true, t('in a host beside it')],
    [() => (isBare || isNamedOtherwise ? labelled(context.beside) : context.beside), true, t('beside it')],
    [() => context.before, false, t('on a line before it')],
    [() => context.after, false, t('on a line after it')],
    [() => file.importWords, false, t('in an import')],
    [() => file.pathWords, false, t('in the path of its file')],
  ];
  for (const [read, isNear, where] of places) {
    if (!isNear && (isBare || isNamedOtherwise)) return undefined;
    const words = read();
    const named = candidates
      .flatMap((candidate) => {
        const at = lastIndexOf(words, candidate.kind.names);
        return at < 0 ? [] : [{ ...candidate, at }];
      })
      .sort((a, b) => b.at - a.at);
    const [first] = named;
    if (first === undefined) continue;
    const rivals = named.filter(({ at }) => at === first.at);
    return new Set(rivals.map(({ provider }) => provider.id)).size === 1 ? { ...first, where } : undefined;
  }
  return undefined;
}

/** What is said to be a provider: `provider: mistral`, `"service": "exa"`. */
const labelled = (words: string): string =>
  Array.from(
    words.matchAll(/\b(?:provider|service|vendor|platform|integration|engine|backend) (\w+ ?\w*)/g),
    ([, name]) => name,
  ).join(' ');

/** Where a pattern matches last; -1 where it does not. */
function lastIndexOf(words: string, pattern: RegExp): number {
  if (!pattern.test(words)) return -1;
  let last = 0;
  for (const { index } of words.matchAll(new RegExp(pattern, 'g'))) last = index;
  return last;
}

/** What a whole file says of its values; each part is read once, when it is asked for. */
class FileContext {
  readonly owners: OwnerReader;
  #imports: readonly string[] | undefined;
  #words: string | undefined;
  #asked = 0;
  readonly #named = new Map<ContextKind, boolean>();

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    this.owners = new OwnerReader(text);
  }

  /** The words of its imports. */
  get importWords(): string {
    return wordsOf(this.#importLines().join('\n'));
  }

  /** Whether what is called, `Client` of `new Client`, is imported from the provider. */
  imports(kind: ContextKind, call: string): boolean {
    const [, name = ''] =
      /([A-Za-z_]\w*)(?:(?:\.|::)(?:new|builder|create|connect|login))?\s*$/.exec(call) ?? [];
    return (
      name !== '' &&
      this.#importLines().some(
        (line) => new RegExp(`\\b${name}\\b`).test(line) && kind.names.test(wordsOf(line)),
      )
    );
  }

  #importLines(): readonly string[] {
    this.#imports ??= importsOf(this.text);
    return this.#imports;
  }

  get pathWords(): string {
    return wordsOf(this.path);
  }

  /**
   * Those of a value's candidates whose providers may be named. The whole text is searched for names once that is
   * less to read than the surroundings of the values that were asked about.
   */
  mayNameOf(candidates: readonly Candidate[]): readonly Candidate[] {
    const isRead = this.#words !== undefined || this.isWorthReading(++this.#asked);
    return isRead ? this.namedOf(candidates) : candidates;
  }

  isWorthReading(values: number): boolean {
    return values * readForOne >= this.text.length;
  }

  /** Whether one of the providers may be named anywhere; a tenth of the time that it takes to tell which. */
  mayNameAny({ any, begins }: LooseNames): boolean {
    if (any.test(this.path) || any.test(this.text)) return true;
    return begins.test(this.text) && any.test(withoutValues(this.text));
  }

  /** Those whose providers are named anywhere. */
  namedOf(candidates: readonly Candidate[]): readonly Candidate[] {
    // A name may also reach over a value, which is no part of the words around it.
    this.#words ??= wordsOf(`${this.path} ${this.text} ${withoutValues(this.text)}`);
    const words = this.#words;
    return candidates.filter(({ kind }) => this.#isNamed(kind, words));
  }

  #isNamed(kind: ContextKind, words: string): boolean {
    const known = this.#named.get(kind);
    if (known !== undefined) return known;
    const isNamed = kind.names.test(words);
    this.#named.set(kind, isNamed);
    return isNamed;
  }
}

/** What stands around the values that may be keys. */
function withoutValues(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const run of longRuns(text, shortestKeyRun)) {
    const value = valueIn(text, run);
    if (value === undefined) continue;
    parts.push(text.slice(from, value.start));
    from = value.end;
  }
  parts.push(text.slice(from));
  return parts.join(' ');
}

/** Characters that are searched for names in the time in which the surroundings of one value are read. */
const readForOne = 2500;

function importsOf(text: string): readonly string[] {
  const lines = text
    .slice(0, 20_000)
    .matchAll(/^.*\b(?:import|from|require|using|use|include|library)\b.*$/gm);
  return Array.from(lines, ([line]) => line.slice(0, lineLimit));
}

const lineLimit = 200;
