import { t } from '../text/l10n';
import type { Language } from './language';

/** Astro: the frontmatter between two lines of `---` runs on the server. Read 2026-11-25: https://docs.astro.build/en/basics/astro-components/ */
export const astro = {
  id: 'astro',
  title: 'Astro',
  family: 'typescript',
  languageIds: ['astro'],
  extensions: ['.astro'],
  envRead: /\bimport\.meta\.env\b|\bprocess\.env\b/,
  envMarks: ['import.meta.env', 'process.env'],
  sample: { text: '---\nconst apiKey = "keystow";\n---\n', alone: true },
  rewriting: {
    grammar: 'typescript',
    part: {
      blanked: (text) => {
        const [found = '', open = '', code = ''] = /^(\s*---[ \t]*\r?\n)([\s\S]*?)^---/m.exec(text) ?? [];
        const isHead = text.startsWith(found);
        const start = isHead ? open.length : text.length;
        const end = isHead ? start + code.length : text.length;
        return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
      },
      outside: {
        get refused() {
          return t(
            'The key is outside of the frontmatter. Move it there first; what a script element holds reaches every visitor.',
          );
        },
      },
    },
    load: async () => (await import('./ecmascriptRewriter')).ecmascriptRewriter,
  },
} as const satisfies Language;

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
