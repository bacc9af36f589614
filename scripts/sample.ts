import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { kindsOf, type RandomText } from '../src/engine/detectors/detector';
import { detectors } from '../src/engine/detectors/index';

const drawn: RandomText = (alphabet, length) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)] ?? '').join('');

/** A made key of a rule: of the right form, never valid, another one each time. */
export function made(rule: string): string {
  const kind = detectors.flatMap(kindsOf).find((one) => one.rule === rule);
  if (kind === undefined) throw new Error(`no rule ${rule}`);
  return kind.example(drawn);
}

/**
 * A small leaky project in a new temporary folder, as a git repository where git is there: keys in code, in a
 * Dockerfile and in a template, an `.env` that git would add, and a client that no move can save.
 */
export function makeSample(): string {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keystow-sample-')));
  const openai = made('openai-project-key');
  const files: Readonly<Record<string, string>> = {
    'package.json': `${JSON.stringify({ name: 'leaky-shop', private: true, type: 'module', scripts: { start: 'node --env-file=.env src/chat.js' } }, null, 2)}\n`,
    'README.md':
      '# Leaky shop\n\nEvery key here is made up. Open `src/chat.js`, put the cursor on the underlined key and press\nCtrl+. (Cmd+. on a Mac).\n',
    'src/chat.js': `import { ask } from './ask.js';

// just for now
const apiKey = "${openai}";

console.log(await ask('Hello', apiKey));
`,
    'src/ask.js': `export async function ask(question, apiKey) {
  return \`\${question} (\${apiKey.length} characters of key)\`;
}
`,
    'src/Checkout.jsx': `export const Checkout = () => <Pay secret="${made('stripe-live-secret-key')}" />;
`,
    'report/summary.py': `"""Sums up the day."""
import sys

ANTHROPIC_API_KEY = "${made('anthropic-api-key')}"

if __name__ == "__main__":
    print(len(ANTHROPIC_API_KEY), file=sys.stderr)
`,
    Dockerfile: `FROM node:22
ENV NODE_ENV=production \\
    OPENAI_API_KEY=${openai}
COPY . .
CMD ["node", "src/chat.js"]
`,
    '.env': `GITHUB_TOKEN=${made('github-personal-access-token')}\n`,
    '.env.example': 'GITHUB_TOKEN=\n',
    '.gitignore': 'node_modules/\n',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  }
  try {
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', args, { cwd: dir, stdio: 'ignore' });
    git('init', '-q');
    git('add', 'package.json', 'README.md', '.gitignore', 'src');
  } catch {
    // no git on this machine: the sample is a plain folder, and Keystow says less about it
  }
  return dir;
}
