import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { t } from '../text/l10n';
import { type MoveOptions, type Removals, removals, wantedOf } from './removal';

/** `$NAME`, which is right in the commands that a text shows, and tells everybody what to put there. */
export function proseRemovals(
  { path, text }: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Removals {
  return removals(
    findings,
    (finding) => {
      const { start, end } = finding.span;
      if (path.endsWith('.mdx') && /[=:(,[]\s*\{?\s*["'`]$/.test(text.slice(Math.max(0, start - 50), start)))
        return { refused: t('The key is in code of the page. Move it by hand.') };
      if (/\w/.test(text[end] ?? ''))
        return { refused: t('The key is only a part of a word. Move it by hand.') };
      return { site: finding.span, wanted: wantedOf(text, finding, options) };
    },
    (taken) => ({
      label: t('name {0} in its place', [...new Set(taken.map(({ name }) => name))].join(', ')),
      edits: taken.map(({ site, name }) => ({ span: site, newText: `$${name}` })),
      notes: [],
    }),
  );
}
