import { Minimatch } from 'minimatch';

const known = new Map<string, Minimatch>();

/** Whether a path matches one of some globs, each read once by minimatch; dot files count as any other. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const matcher = known.get(pattern) ?? new Minimatch(pattern, { dot: true });
    known.set(pattern, matcher);
    return matcher;
  });
  return (path) => matchers.some((matcher) => matcher.match(path));
}

/** A glob that matches one path and no other. */
export const literalGlob = (path: string): string => path.replaceAll(/[*?[\]{}()!+@\\]/g, '\\$&');
