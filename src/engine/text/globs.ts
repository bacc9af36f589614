import { Minimatch } from 'minimatch';
import { once } from './once';

const known = new Map<string, (path: string) => boolean>();

/** Whether a path matches one of some globs, each read once by minimatch; dot files count as any other. */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const matches = known.get(pattern) ?? matcherOf(pattern);
    known.set(pattern, matches);
    return matches;
  });
  return (path) => matchers.some((matches) => matches(path));
}

function matcherOf(pattern: string): (path: string) => boolean {
  const matcher = once(() => new Minimatch(pattern, { dot: true }));
  const folder = /^\*\*\/([\w.-]+)\/\*\*$/.exec(pattern)?.[1];
  // What lies in a folder of this name, wherever that is: minimatch is not loaded for it.
  if (folder !== undefined)
    return (path) => path.includes(`${folder}/`) && `/${path}`.includes(`/${folder}/`);
  const part = partOf(pattern);
  return (path) => path.includes(part) && matcher().match(path);
}

/** What stands in every path that a glob matches, by which most paths are told; empty where it says so in other ways than stars. */
const partOf = (pattern: string): string =>
  /[?[\]{}()!+@\\#]/.test(pattern)
    ? ''
    : pattern.split(/[*/]+/).reduce((a, b) => (b.length > a.length ? b : a), '');

/** A glob that matches one path and no other. */
export const literalGlob = (path: string): string => path.replaceAll(/[*?[\]{}()!+@\\]/g, '\\$&');
