import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser } from './analyser';
import { configSecrets } from './configSecrets';
import { justLines, justTexts } from './justLines';
import { mayNameSecret } from './mayNameSecret';

/** Recipes of just. */
export const justfile = {
  id: 'justfile',
  claims: { languageIds: ['just'], names: /^\.?justfile$|\.just$/i },
  findsNamed: true,
  places: ({ text }) => {
    const lines = once(() => justLines(text));
    return (key) => ({
      kind: 'config',
      movable:
        lines().scripts.some(({ span }) => contains(span, key)) ||
        lines().assignments.some(({ value }) => contains(value, key)),
    });
  },
  check: (document, facts) => {
    const { text } = document;
    if (!mayNameSecret(text)) return [];
    const values = justLines(text).assignments.flatMap(({ name, value }) =>
      justTexts(text, value).map(({ span }) => ({
        name,
        value: text.slice(span.start, span.end),
        span,
        subject: name,
      })),
    );
    return configSecrets(document, facts, values);
  },
} as const satisfies Analyser;
