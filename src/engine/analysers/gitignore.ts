import type { FileFacts, SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import type { Analyser, Problem } from './analyser';

export const gitignore = {
  id: 'gitignore',
  claims: { languageIds: ['ignore'], names: /^\.gitignore$/ },
  places: () => () => ({ kind: 'text' }),
  check,
} as const satisfies Analyser;

/** An env pattern with a comment behind it. */
const commented = /^(\/?(?:[\w*.-]+\/)*\.env[\w.*-]*)[ \t]+#.*$/gm;

/** In a `.gitignore` a comment takes a line of its own; behind a pattern it is part of it and nothing is ignored. */
function check(document: SourceDocument, facts: FileFacts): readonly Problem[] {
  if (facts.inRepository !== true) return [];
  return Array.from(document.text.matchAll(commented), (match) => ({
    rule: 'env-not-ignored',
    severity: 'warning' as const,
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
    subject: match[1] ?? '',
    message: t(
      'This line ignores nothing: git reads the comment as part of the pattern. Put the comment on a line of its own.',
    ),
  }));
}
