import type { Analyser } from './analyser';

/** Documentation, notes, and what agents are told or write down: read by people, who know what `$NAME` means. */
export const prose = {
  id: 'prose',
  claims: {
    languageIds: ['markdown', 'mdx', 'restructuredtext', 'asciidoc', 'instructions', 'prompt', 'chatagent'],
    names: /^\.(?:cursor|windsurf|cline|roo)rules$/,
    extensions: ['.md', '.mdx', '.mdc', '.markdown', '.rst', '.adoc', '.asciidoc'],
  },
  places: () => () => ({ kind: 'text', movable: true }),
} as const satisfies Analyser;
