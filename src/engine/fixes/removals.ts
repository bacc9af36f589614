import { analyserFor } from '../analysers';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isBuilt } from '../scan/describeKey';
import { surfaceOf } from '../surfaces/index';
import { t } from '../text/l10n';
import { brunoRemovals } from './brunoRemovals';
import { configRemovals } from './configRemovals';
import { dockerRemovals } from './dockerRemovals';
import { envrcRemovals } from './envrcRemovals';
import type { Host } from './host';
import { httpRemovals } from './httpRemovals';
import { justfileRemovals } from './justfileRemovals';
import { literalRemovals } from './literalRemovals';
import { makefileRemovals } from './makefileRemovals';
import { notebookRemovals } from './notebookRemovals';
import { procfileRemovals } from './procfileRemovals';
import { proseRemovals } from './proseRemovals';
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
  if (isBuilt(document.path))
    return refuseAll(findings, t('This file is built from others. Mend the source, and build again.'));
  const analyser = analyserFor(document);
  if (analyser.id === 'dockerfile') return dockerRemovals(document, findings, options);
  if (analyser.id === 'envrc') return envrcRemovals(document, findings);
  if (analyser.id === 'http-file') return httpRemovals(host, document, findings, options);
  if (analyser.id === 'bruno') return brunoRemovals(host, document, findings, options);
  if (analyser.id === 'makefile') return makefileRemovals(host, document, findings, options);
  if (analyser.id === 'justfile') return justfileRemovals(host, document, findings, options);
  if (analyser.id === 'procfile') return procfileRemovals(document, findings, options);
  if (analyser.id === 'notebook') return notebookRemovals(host, document, findings, options);
  if (analyser.id === 'prose') return proseRemovals(document, findings, options);
  const place = analyser.places(document)(first.span);
  switch (place.kind) {
    case 'code':
      return literalRemovals(host, document, place, findings, options);
    case 'config': {
      const surface = surfaceOf(document);
      if (surface !== undefined) return configRemovals(surface, document, findings, options);
      return refuseAll(findings, noLookup());
    }
    case 'env-file':
      return refuseAll(findings, t('The key is in an env file already.'));
    case 'env-template':
      return refuseAll(findings, t('A template is shared: delete the value here and revoke the key.'));
    case 'docker-variable':
    case 'docker-command':
    case 'text':
      return refuseAll(findings, noLookup());
    default:
      return place satisfies never;
  }
}

const noLookup = (): string => t('Keystow knows no lookup for this kind of file. Move the key by hand.');
