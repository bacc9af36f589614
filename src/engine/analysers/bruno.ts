import { variableOf } from '../surfaces/namedIn';
import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser } from './analyser';
import { bruBlocks, bruEntries } from './bruBlocks';
import { configSecrets } from './configSecrets';
import { mayNameSecret } from './mayNameSecret';

/** Requests and environments of Bruno. */
export const bruno = {
  id: 'bruno',
  claims: { languageIds: ['bru'], names: /\.bru$/ },
  findsNamed: true,
  places: ({ text }) => {
    const blocks = once(() => bruBlocks(text));
    return (key) => ({ kind: 'config', movable: blocks().some(({ span }) => contains(span, key)) });
  },
  check: (document, facts) => {
    const { text } = document;
    if (!mayNameSecret(text)) return [];
    const values = bruEntries(text).map(({ name, value: span }) => ({
      name,
      variable: variableOf([], name),
      value: text.slice(span.start, span.end),
      span,
      subject: name,
    }));
    return configSecrets(document, facts, values);
  },
} as const satisfies Analyser;
