import { browserRefusal, type Language } from '../languages/language';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal } from '../model/fix';
import type { Span } from '../text/span';
import { type Removals, refuseAll, removals } from './removal';

/** Replaces whole string literals by the language's lookup, and adds the import that it needs. */
export async function literalRemovals(
  document: SourceDocument,
  language: Language,
  inBrowser: boolean,
  findings: readonly Finding[],
): Promise<Removals> {
  if (inBrowser) return refuseAll(findings, browserRefusal.refused);
  if (language.rewriter === undefined) {
    return refuseAll(findings, `Keystow does not rewrite ${language.title}. Move the key by hand.`);
  }
  const { text } = document;
  const rewriter = await language.rewriter(text);
  return removals<Span>(
    findings,
    ({ envName: name, span }) => {
      if (name === undefined) return { refused: 'Only a recognised key can be moved.' };
      const site = rewriter.literalAt(span);
      return isRefusal(site) ? site : { site, wanted: { name, value: text.slice(span.start, span.end) } };
    },
    (taken) => ({
      label: `read ${[...new Set(taken.map(({ name }) => name))].join(', ')} from the environment`,
      edits: [
        ...rewriter.imports(taken.map(({ site }) => site)),
        ...taken.map(({ site, name }) => ({
          span: site,
          newText: spaced(text, site, rewriter.lookup(name)),
        })),
      ],
      notes: [],
    }),
  );
}

/** Keeps words apart: `return"…"` is valid, `returnprocess.env.X` is not. */
function spaced(text: string, site: Span, lookup: string): string {
  const before = /[\w$]/.test(text[site.start - 1] ?? '') ? ' ' : '';
  const after = /[\w$]/.test(text[site.end] ?? '') ? ' ' : '';
  return before + lookup + after;
}
