import type { Language } from './language';

export const ruby = {
  id: 'ruby',
  title: 'Ruby',
  languageIds: ['ruby'],
  extensions: ['.rb', '.rake', '.ru', '.gemspec'],
  interpreters: ['ruby', 'jruby'],
  envRead: /\bENV(?:\.fetch\b\s*\(?|\[)(?:\s*["'](?<name>\w+)["'])?/,
  envMarks: ['ENV'],
  sample: { text: 'api_key = "keystow"\n' },
  rewriting: {
    grammar: 'ruby',
    load: async () => (await import('./rubyRewriter')).rubyRewriter,
  },
} as const satisfies Language;
