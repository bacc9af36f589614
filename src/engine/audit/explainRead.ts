import { analyserFor } from '../analysers';
import { isPublicName } from '../detectors/publicNames';
import { nameRefusal } from '../fixes/envNames';
import type { SourceDocument } from '../model/document';
import type { NamedRead } from '../scan/envReads';
import { t } from '../text/l10n';
import type { EnvDefinition } from './envDefinitions';

/** One sentence on a variable that code reads, with the place that it is about. */
export interface ReadNote {
  readonly at?: Pick<EnvDefinition, 'path' | 'line'>;
  /** What follows the place, else the whole sentence. */
  readonly text: string;
}

/** Files that are named, each in a line of its own. */
const mostNamed = 3;

/** What there is to say of a variable that a document reads: where it is set, who sees that file, who gets the value. */
export function explainRead(
  document: SourceDocument,
  { name, span }: NamedRead,
  definitions: readonly EnvDefinition[],
): readonly ReadNote[] {
  const notes: ReadNote[] = definitions
    .slice(0, mostNamed)
    .map((definition) => ({ at: definition, text: textOf(definition) }));
  const more = definitions.length - notes.length;
  if (more > 0) notes.push({ text: more === 1 ? t('And 1 more file.') : t('And {0} more files.', more) });
  const isPublic = isPublicName(name);
  // PATH, NODE_ENV and their like come from elsewhere.
  if (definitions.length === 0 && (isPublic || nameRefusal(name) === undefined))
    notes.push({ text: t('No env file beside or above this file sets it.') });
  const place = analyserFor(document).places(document)(span);
  if (isPublic) notes.push({ text: t('Its prefix puts the value into the browser: everybody gets it.') });
  else if (place.kind === 'code' && place.inBrowser)
    notes.push({ text: t('This code runs in the browser: everybody gets what it reads.') });
  return notes;
}

function textOf({ hasValue, facts }: EnvDefinition): string {
  const set = hasValue ? t('sets it.') : t('names it without a value.');
  if (facts.tracked === true) return `${set} ${t('Git tracks this file: every clone has it.')}`;
  if (facts.ignored === true) return `${set} ${t('Git ignores this file.')}`;
  if (facts.inRepository === true && facts.ignored === false)
    return `${set} ${t('No ignore entry covers this file: git would add it.')}`;
  return set;
}
