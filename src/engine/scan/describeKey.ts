import type { Place } from '../analysers/analyser';
import { type FoundKind, titleOf } from '../detectors/detector';
import type { FileFacts, SourceDocument } from '../model/document';
import { atLeast, type Severity } from '../model/finding';
import { said, t } from '../text/l10n';
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
  const title = titleOf(kind);
  if (publicWhere?.near.test(document.text.slice(Math.max(0, span.start - nearby), span.end + nearby))) {
    return { severity: 'info', message: t('{0}. {1}', title, said(publicWhere.because)) };
  }
  const error = (message: string) => ({ severity: 'error' as const, message });
  switch (place.kind) {
    case 'env-file':
      if (facts.tracked !== true) return undefined;
      return error(t('{0} in an env file that git tracks. Untrack the file and revoke the key.', title));
    case 'env-template':
      return error(
        t('{0} in an env template, which is shared. Leave the value empty and revoke the key.', title),
      );
    case 'docker-variable':
      return error(
        t(
          '{0} in a Dockerfile {1}: anyone with the image can read it. Pass it at run time.',
          title,
          place.instruction,
        ),
      );
    case 'code':
      if (place.inBrowser)
        return error(
          t('{0} in browser code: every visitor gets it. Call the provider from a server.', title),
        );
      return exposed(kind, facts, document, t('Move it to .env.'));
    case 'text':
      return exposed(kind, facts, document, t('Remove it, and revoke it if it was shared.'));
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
    return { severity: 'info', message: t('{0} in a file git ignores. {1}', titleOf(kind), next) };
  const message =
    facts.tracked === true
      ? t('{0} in a file git tracks. {1}', titleOf(kind), next)
      : t('{0} in plain text. {1}', titleOf(kind), next);
  return { severity: sideFile.test(path) ? 'warning' : 'error', message };
}
