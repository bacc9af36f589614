import type { Language } from './language';

export const perl = {
  id: 'perl',
  title: 'Perl',
  languageIds: ['perl'],
  extensions: ['.pl', '.pm', '.t', '.psgi'],
  interpreters: ['perl'],
  envRead: /\$ENV\s*\{/,
  envMarks: ['$ENV'],
  sample: { text: 'my $api_key = "keystow";\n' },
  rewriting: {
    grammar: 'perl',
    load: async () => (await import('./perlRewriter')).perlRewriter,
  },
} as const satisfies Language;
