import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser } from './analyser';
import { configSecrets } from './configSecrets';
import { mayNameSecret } from './mayNameSecret';
import { procfileLines } from './procfileLines';

/** Processes of an app, as Heroku and what runs its apps locally start them. */
export const procfile = {
  id: 'procfile',
  claims: { languageIds: ['procfile'], names: /^Procfile(?:\.[\w.-]+)?$/ },
  findsNamed: true,
  places: ({ text }) => {
    const lines = once(() => procfileLines(text));
    return (key) => ({ kind: 'config', movable: lines().some(({ line }) => contains(line, key)) });
  },
  check: (document, facts) => {
    const { text } = document;
    if (!mayNameSecret(text)) return [];
    const values = procfileLines(text).flatMap(({ variables }) =>
      variables.map(({ name, value: span }) => ({
        name,
        value: text.slice(span.start, span.end),
        span,
        subject: name,
      })),
    );
    return configSecrets(document, facts, values);
  },
} as const satisfies Analyser;
