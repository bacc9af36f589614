import { analyserFor } from '../analysers';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { t } from '../text/l10n';
import { dockerRemovals } from './dockerRemovals';
import type { Host } from './host';
import { literalRemovals } from './literalRemovals';
import { notebookRemovals } from './notebookRemovals';
import { type MoveOptions, type Removals, refuseAll } from './removal';

/** Sorts the findings of a document into those whose value can be taken out and those that must stay. */
export async function removalsFor(
  host: Host,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions = {},
): Promise<Removals> {
  const [first] = findings;
  if (first === undefined) return refuseAll([], t('There is no key to move.'));
  const analyser = analyserFor(document);
  if (analyser.id === 'dockerfile') return dockerRemovals(document, findings);
  if (analyser.id === 'notebook') return notebookRemovals(host, document, findings, options);
  const place = analyser.place(document, first.span);
  switch (place.kind) {
    case 'code':
      return literalRemovals(host, document, place, findings, options);
    case 'env-file':
      return refuseAll(findings, t('The key is in an env file already.'));
    case 'env-template':
      return refuseAll(findings, t('A template is shared: delete the value here and revoke the key.'));
    case 'docker-variable':
    case 'text':
      return refuseAll(findings, t('Keystow knows no lookup for this kind of file. Move the key by hand.'));
    default:
      return place satisfies never;
  }
}
