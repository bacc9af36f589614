import type { Place } from '../analysers/analyser';
import type { KeyFacts } from '../detectors/detector';
import type { FileFacts } from '../model/document';
import type { Severity } from '../model/finding';

/**
 * How serious a key is where it stands, and the sentence that says so: what it is, why it matters here, what to
 * do next. Undefined where a key belongs: in an env file that git does not track.
 */
export function describeKey(
  kind: KeyFacts,
  place: Place,
  facts: FileFacts,
): { readonly severity: Severity; readonly message: string } | undefined {
  const error = (message: string) => ({ severity: 'error' as const, message: `${kind.title} ${message}` });
  switch (place.kind) {
    case 'env-file':
      if (facts.tracked !== true) return undefined;
      return error('in an env file that git tracks. Untrack the file and revoke the key.');
    case 'env-template':
      return error('in an env template, which is shared. Leave the value empty and revoke the key.');
    case 'docker-variable':
      return error(
        `in a Dockerfile ${place.instruction}: anyone with the image can read it. Pass it at run time.`,
      );
    case 'code':
      if (place.inBrowser)
        return error('in browser code: every visitor gets it. Call the provider from a server.');
      return exposed(kind, facts, 'Move it to .env.');
    case 'text':
      return exposed(kind, facts, 'Remove it, and revoke it if it was shared.');
    default:
      return place satisfies never;
  }
}

function exposed(kind: KeyFacts, facts: FileFacts, next: string): { severity: Severity; message: string } {
  if (facts.tracked === true)
    return { severity: 'error', message: `${kind.title} in a file git tracks. ${next}` };
  if (facts.ignored === true)
    return { severity: 'info', message: `${kind.title} in a file git ignores. ${next}` };
  return { severity: 'error', message: `${kind.title} in plain text. ${next}` };
}
