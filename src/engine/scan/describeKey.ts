import type { Place } from '../analysers/analyser';
import type { FoundKind } from '../detectors/detector';
import type { FileFacts, SourceDocument } from '../model/document';
import { atLeast, type Severity } from '../model/finding';
import type { Span } from '../text/span';

/**
 * How serious a key is where it stands, and the sentence that says so: what it is, why it matters here, what to
 * do next. Undefined where a key belongs: in an env file that git does not track.
 */
export function describeKey(
  kind: FoundKind,
  place: Place,
  facts: FileFacts,
  document: SourceDocument,
  span: Span,
): Description | undefined {
  const description = describe(kind, place, facts, document, span);
  const atMost = sideFile.test(document.path) ? (kind.inTests ?? kind.atMost) : kind.atMost;
  if (description === undefined || atMost === undefined || !atLeast(description.severity, atMost))
    return description;
  return { ...description, severity: atMost };
}

interface Description {
  readonly severity: Severity;
  readonly message: string;
}

function describe(
  kind: FoundKind,
  place: Place,
  facts: FileFacts,
  document: SourceDocument,
  span: Span,
): Description | undefined {
  const { publicWhere } = kind;
  if (publicWhere?.near.test(document.text.slice(Math.max(0, span.start - nearby), span.end + nearby))) {
    return { severity: 'info', message: `${kind.title}. ${publicWhere.because}` };
  }
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
      return exposed(kind, facts, document, 'Move it to .env.');
    case 'text':
      return exposed(kind, facts, document, 'Remove it, and revoke it if it was shared.');
    default:
      return place satisfies never;
  }
}

/** How far around a key is looked for what makes it public, in UTF-16 code units. */
const nearby = 400;

/** Tests and documentation: a key there is as real, and a little less often alive. */
const sideFile =
  /(?:^|\/)(?:tests?|__tests__|specs?|fixtures|__fixtures__|testdata|docs?)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)test_[^/]+$|\.(?:md|mdx|rst|adoc)$/i;

function exposed(kind: FoundKind, facts: FileFacts, { path }: SourceDocument, next: string): Description {
  if (facts.ignored === true && facts.tracked !== true)
    return { severity: 'info', message: `${kind.title} in a file git ignores. ${next}` };
  const where = facts.tracked === true ? 'in a file git tracks' : 'in plain text';
  return { severity: sideFile.test(path) ? 'warning' : 'error', message: `${kind.title} ${where}. ${next}` };
}
