import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');

/** The text of package.json as a person reads it: with the English words of package.nls.json in place of their keys. */
export function manifestText(): string {
  const words = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<
    string,
    string
  >;
  return readFileSync(path.join(root, 'package.json'), 'utf8').replace(/"%([^%"]+)%"/g, (_, key: string) => {
    const word = words[key];
    if (word === undefined) throw new Error(`package.nls.json has no ${key}`);
    return JSON.stringify(word);
  });
}
