import { t } from '../text/l10n';
import { escaped } from './markdown';

/** What a fix leaves to a person, as Markdown: each sentence, and what has the same command above that, as a block to copy. */
export function stepsMarkdown(notes: readonly string[]): string {
  const byCommand = new Map<string, string[]>();
  const alone: string[] = [];
  for (const note of notes) {
    const [, words, command] = ending.exec(note) ?? [];
    if (words === undefined || command === undefined) alone.push(note);
    else byCommand.set(command, [...(byCommand.get(command) ?? []), words]);
  }
  const item = (words: string): string => `- ${escaped(words)}\n`;
  const block = (command: string): string => `\n  \`\`\`sh\n  ${linesOf(command)}\n  \`\`\`\n`;
  const steps = [
    ...Array.from(byCommand, ([command, words]) => words.map(item).join('') + block(command)),
    ...alone.map(item),
  ];
  return `# ${escaped(t('What is left to do'))}\n\n${steps.join('\n')}`;
}

/** A sentence that ends in a command. */
const ending =
  /^(.*?[:.]) ((?:set -a;|grep |docker |kubectl |az |eas |heroku |netlify |direnv |wrangler |glab |gh |vercel |fly )[^\n]*)$/;

/** One command a line, but for what is one step. */
const linesOf = (command: string): string =>
  command.startsWith('set -a') ? command : command.split('; ').join('\n  ');
