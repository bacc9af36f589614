import type { Analyser } from './analyser';
import { configSecrets } from './configSecrets';
import { makeAssignments } from './makeLines';
import { mayNameSecret } from './mayNameSecret';

/** What make reads: its variables may stand anywhere in it. */
export const makefile = {
  id: 'makefile',
  claims: { languageIds: ['makefile'], names: /^(?:GNUmakefile|[Mm]akefile(?:\..+)?)$|\.mk$/ },
  findsNamed: true,
  places: () => () => ({ kind: 'config', movable: true }),
  check: (document, facts) =>
    mayNameSecret(document.text)
      ? configSecrets(
          document,
          facts,
          makeAssignments(document.text).map(({ name, value: span }) => ({
            name,
            value: document.text.slice(span.start, span.end),
            span,
            subject: name,
          })),
        )
      : [],
} as const satisfies Analyser;
