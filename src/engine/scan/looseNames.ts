/** Finds names in a text as it stands; more than in its words. */
export interface LooseNames {
  readonly any: RegExp;
  /** The first words of names that have several. */
  readonly begins: RegExp;
}

/** @param sources of expressions for words, as `wordsOf` gives them. */
export function looseNames(sources: readonly string[]): LooseNames {
  const first = sources.flatMap((source) => Array.from(source.matchAll(/\\b([a-z]+) /g), ([, word]) => word));
  return {
    any: anyOf(sources.flatMap(alternativesOf)),
    begins: anyOf(first.map((word) => `\\b${word}\\b`)),
  };
}

/** One expression for all: those that begin with the same letter are tried together, where that letter stands. */
function anyOf(sources: readonly string[]): RegExp {
  const groups = new Map<string, Set<string>>();
  for (const loose of sources.map(loosely)) {
    const [head = ''] = /^\[[a-z][A-Z]\](?:\(\?<![^)]*\))?/.exec(loose) ?? [];
    const rests = groups.get(head) ?? new Set();
    groups.set(head, rests.add(loose.slice(head.length)));
  }
  return new RegExp(Array.from(groups, ([head, rests]) => `${head}(?:${[...rests].join('|')})`).join('|'));
}

/** An expression for words, as one for a text where they begin with capitals too and may be joined by any sign. */
const loosely = (source: string): string =>
  source.replace(/(\\b)?([a-z])|\\b|\[([^\]]+)\]| \??/g, (all, begins, letter?: string, set?: string) => {
    if (letter !== undefined)
      return `[${letter}${letter.toUpperCase()}]${begins === undefined ? '' : '(?<![0-9A-Za-z][a-z])'}`;
    if (set !== undefined) return `[${set}${set.toUpperCase()}]`;
    return all === '\\b' ? '(?![0-9a-z])' : '[^0-9A-Za-z]*';
  });

/** What stands between those `|` that are in no group. */
function alternativesOf(source: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const character of source) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts;
}
