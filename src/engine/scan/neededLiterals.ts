import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Of each alternative of an expression the longest row of letters and digits that stands in all that it matches; empty where there is none. */
export function neededLiterals(source: string): readonly string[] {
  return new RegExpParser().parsePattern(source).alternatives.map(({ elements }) => longestIn(elements));
}

function longestIn(elements: readonly AST.Element[]): string {
  const rows = [''];
  for (const element of elements) {
    const letter = element.type === 'Character' ? String.fromCodePoint(element.value) : '';
    if (/^[a-z0-9]$/.test(letter)) rows.push(`${rows.pop() ?? ''}${letter}`);
    else if (element.type !== 'Assertion') rows.push('');
  }
  return rows.reduce((a, b) => (b.length > a.length ? b : a));
}
