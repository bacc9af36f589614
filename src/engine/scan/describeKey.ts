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
      if (place.publicName !== undefined && kind.atMost === undefined)
        return error(
          t(
            '{0} under {1}: the prefix puts it into browser code. Call the provider from a server.',
            title,
            place.publicName,
          ),
        );
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
    case 'docker-command':
      return error(
        t('{0} in a Dockerfile RUN: it stays in the history of the image. Pass it as a secret mount.', title),
      );
    case 'code':
      if (place.inBrowser)
        return error(
          t('{0} in browser code: every visitor gets it. Call the provider from a server.', title),
        );
      return exposed(kind, facts, document, t('Move it to .env.'));
    case 'config':
    case 'text':
      if (place.movable === true) return exposed(kind, facts, document, t('Move it to .env.'));
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

/** What is made of other files, or recorded: to change it there helps nobody. */
const built =
  /(?:^|\/)(?:dist|\.next|\.nuxt|\.output|\.svelte-kit|\.vercel|\.netlify)\/|\.min\.js$|\.(?:js|css)\.map$|\.(?:pyc|class)$/;
const recorded = /\.(?:har|log)$|(?:^|\/)(?:cassettes|__recordings__)\//;

/** Whether a file is built from others. */
export const isBuilt = (path: string): boolean => built.test(path);

function exposed(kind: FoundKind, facts: FileFacts, { path }: SourceDocument, usual: string): Description {
  const next = isBuilt(path)
    ? t('It was built in: mend the source, build again, and revoke it.')
    : recorded.test(path)
      ? t('Delete the recording, and revoke it if it was shared.')
      : usual;
  if (facts.ignored === true && facts.tracked !== true)
    return { severity: 'info', message: t('{0} in a file git ignores. {1}', titleOf(kind), next) };
  const message =
    facts.tracked === true
      ? t('{0} in a file git tracks. {1}', titleOf(kind), next)
      : t('{0} in plain text. {1}', titleOf(kind), next);
  return { severity: sideFile.test(path) ? 'warning' : 'error', message };
}
