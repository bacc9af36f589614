import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Accepts } from '../detectors/accepts';

/** The shortest and the longest that something may be, in characters. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** How long the bodies are that a kind accepts, at least and at most: by what it says, and by its expressions. */
export function lengthsOf({ min = 0, max = endless, pattern, parts, either }: Accepts): Lengths {
  const all = [{ min, max }];
  if (pattern !== undefined) all.push(matchOf(pattern));
  if (parts !== undefined) all.push(...parts.map(lengthsOf));
  if (either !== undefined) all.push(widest(either.map(lengthsOf)));
  return { min: Math.max(...all.map((one) => one.min)), max: Math.min(...all.map((one) => one.max)) };
}

const endless = Number.POSITIVE_INFINITY;

/** Of the texts that an expression matches: more may stand around a match, unless it says that there its text ends. */
function matchOf(pattern: RegExp): Lengths {
  const { alternatives } = new RegExpParser().parsePattern(pattern.source);
  return widest(
    alternatives.map(({ elements }) => {
      const { min, max } = inOrder(elements);
      const [first, last] = [elements[0], elements.at(-1)];
      const isWhole = first?.type === 'Assertion' && first.kind === 'start' && last?.type === 'Assertion';
      return { min, max: isWhole && last.kind === 'end' ? max : endless };
    }),
  );
}

const widest = (all: readonly Lengths[]): Lengths => ({
  min: Math.min(...all.map(({ min }) => min)),
  max: Math.max(...all.map(({ max }) => max)),
});

const inOrder = (elements: readonly AST.Element[]): Lengths =>
  elements.map(lengthOf).reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), { min: 0, max: 0 });

function lengthOf(element: AST.Element): Lengths {
  switch (element.type) {
    case 'Assertion':
      return { min: 0, max: 0 };
    case 'Quantifier': {
      const { min, max } = lengthOf(element.element);
      return { min: min * element.min, max: max === 0 ? 0 : max * element.max };
    }
    case 'Group':
    case 'CapturingGroup':
      return widest(element.alternatives.map((one) => inOrder(one.elements)));
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return { min: 1, max: 1 };
    default:
      return { min: 0, max: endless };
  }
}
