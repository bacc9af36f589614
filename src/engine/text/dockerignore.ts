/**
 * Whether a `.dockerignore` keeps a path out of the build context. Its language is not git's: a name without `/` is one of the
 * root, a blank around a line is none of it, and `#` begins a comment in the first column only. As moby/patternmatcher
 * reads it (https://github.com/moby/patternmatcher, read 2026-11-29); a test holds it to another implementation.
 */
export function dockerIgnored(text: string): (path: string) => boolean {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line) => patternOf(line) ?? []);
  return (path) => {
    const steps = path.split('/');
    // What lies below a folder is matched with it.
    const wholes = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    let isIgnored = false;
    for (const { matches, isException } of patterns)
      if (isException === isIgnored && wholes.some((whole) => matches.test(whole))) isIgnored = !isException;
    return isIgnored;
  };
}

interface Pattern {
  readonly matches: RegExp;
  readonly isException: boolean;
}

function patternOf(line: string): Pattern | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = line.trim();
  const isException = trimmed.startsWith('!');
  const steps = (isException ? trimmed.slice(1).trim() : trimmed).split('/');
  const clean: string[] = [];
  for (const step of steps) {
    if (step === '..') clean.pop();
    else if (step !== '' && step !== '.' && !(step === '**' && clean.at(-1) === '**')) clean.push(step);
  }
  if (clean.length === 0) return undefined;
  try {
    return { matches: new RegExp(`^${expressionOf(clean.join('/'))}$`), isException };
  } catch {
    return undefined; // a class that is never closed: Docker refuses the file
  }
}

function expressionOf(pattern: string): string {
  let expression = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*' && pattern[at + 1] === '*') {
      at++;
      if (pattern[at + 1] === '/') at++;
      expression += at + 1 >= pattern.length ? '.*' : '(?:.*/)?';
    } else if (character === '*') expression += '[^/]*';
    else if (character === '?') expression += '[^/]';
    else if (character === '\\') expression += escaped(pattern[++at] ?? '\\');
    else if (character === '[') {
      const end = pattern.indexOf(']', at + 1);
      if (end < 0) throw new SyntaxError('an open class');
      expression += `[${pattern.slice(at + 1, end)}]`;
      at = end;
    } else expression += escaped(character);
  }
  return expression;
}

const escaped = (character: string): string => character.replace(/[.+()|{}^$\\*?[\]/]/, '\\$&');
