import { looksSecret } from '../detectors/secretValue';
import { formats } from '../formats/index';
import type { FileFacts, SourceDocument } from '../model/document';
import { secretPlaceAt, surfaceOf } from '../surfaces/index';
import { namedIn } from '../surfaces/namedIn';
import type { Surface } from '../surfaces/surface';
import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser, Problem } from './analyser';
import { configSecrets, type NamedSecret } from './configSecrets';
import { mayHoldSecret, mayNameSecret } from './mayNameSecret';

/** A file of a tool in which secrets stand: `engine/surfaces` has them. */
export const configFile = {
  id: 'config-file',
  claims: { isOne: (document) => surfaceOf(document) !== undefined },
  findsNamed: true,
  places: (document) => {
    const surface = surfaceOf(document);
    if (surface === undefined) return () => ({ kind: 'text' });
    const values = once(() => formats[surface.format](document.text).values);
    return (key) => {
      const value = values().find(({ span }) => contains(span, key));
      const place = value && secretPlaceAt(surface, value.path);
      return { kind: 'config', movable: place !== undefined && place.move.refuses !== true };
    };
  },
  check,
} as const satisfies Analyser;

function check(document: SourceDocument, facts: FileFacts): readonly Problem[] {
  const surface = surfaceOf(document);
  if (surface === undefined || !mayNameSecret(document.text, isApart(surface))) return [];
  const { values, data } = formats[surface.format](document.text);
  return configSecrets(
    document,
    facts,
    values.flatMap((value): readonly NamedSecret[] => {
      if (!looksSecret(value.value) && !mayHoldSecret(value.value)) return [];
      const place = secretPlaceAt(surface, value.path);
      const named = place && namedIn(document.text, place, value, data);
      return named === undefined ? [] : [{ ...named, subject: value.path.join('/') }];
    }),
  );
}

/** Whether a name and its value may stand apart, in one object. */
const isApart = ({ secrets }: Surface): boolean =>
  secrets.some(({ named = '' }) => /^(?:owner|sibling|beside)$/.test(named));
