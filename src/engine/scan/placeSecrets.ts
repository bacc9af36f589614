import { dockerfile, secretVariables } from '../analysers/dockerfile';
import { analyserFor } from '../analysers/index';
import type { SourceDocument } from '../model/document';
import type { Span } from '../text/span';

/** Values that only their place tells for secrets, also what is accepted, ignored or turned off. */
export function placeSecrets(document: SourceDocument): readonly Span[] {
  const analyser = analyserFor(document);
  if (analyser.id === dockerfile.id) return secretVariables(document).map(({ valueSpan }) => valueSpan);
  const problems = analyser.check?.(document, {}, []) ?? [];
  return problems.filter(({ rule }) => rule === 'config-secret').map(({ span }) => span);
}
