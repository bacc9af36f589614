import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { t } from '../text/l10n';
import { dirName, join } from '../text/path';
import type { Host } from './host';
import { type MoveOptions, type Removals, refuseAll, removals, wantedOf } from './removal';

/**
 * `{{$dotenv X}}`, which REST Client reads from the nearest `.env` of the folders above the file.
 * https://github.com/Huachao/vscode-restclient, read 2026-11-29
 */
export async function httpRemovals(
  { workspace }: Host,
  { path, text }: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const others = ['http-client.env.json', 'http-client.private.env.json'].map((name) =>
    join(dirName(path), name),
  );
  const files = await Promise.all(others.map((one) => workspace.read(one)));
  if (files.some(({ kind }) => kind !== 'missing') || /^[<>] \{%/m.test(text))
    return refuseAll(
      findings,
      t(
        'The HTTP client of JetBrains reads no env file. Put the key into {0}, which git has to ignore.',
        'http-client.private.env.json',
      ),
    );
  return removals(
    findings,
    (finding) => ({ site: finding.span, wanted: wantedOf(text, finding, options) }),
    (taken) => ({
      label: t('read {0} from the environment', [...new Set(taken.map(({ name }) => name))].join(', ')),
      edits: taken.map(({ site, name }) => ({ span: site, newText: `{{$dotenv ${name}}}` })),
      notes: [],
    }),
  );
}
