import type { AuditedFinding, Cancellation, Origin } from '../engine/index';
import type { CommitChanges } from '../platform/gitChanges.node';
import { readObjects } from '../platform/gitObjects.node';
import type { GitRepository } from '../platform/gitRepository.node';
import type { NewFinding } from './newFindings';
import type { ScannedVersions } from './scanVersions';

/**
 * One finding for each key and file, in the version of the first commit that brings it: a key that was moved about,
 * taken out and put back again is one key to revoke. Commits are compared by the dates of their authors, which stay
 * when a commit is rewritten.
 */
export async function withOrigins(
  found: readonly (readonly [CommitChanges, readonly NewFinding[]])[],
  scanned: ScannedVersions,
  repository: GitRepository,
  cancel: Cancellation,
): Promise<readonly AuditedFinding[]> {
  const commits = found.flatMap(([{ commit }, fresh]) => (fresh.length === 0 ? [] : [commit]));
  const signed = await signaturesOf(commits, repository, cancel);
  const isAncestor = ancestry(repository);
  const first = new Map<string, AuditedFinding & { readonly origin: Origin }>();
  for (const [{ commit }, fresh] of found) {
    const signature = signed.get(commit) ?? unknown;
    for (const { finding, identity, version } of fresh) {
      const key = `${version.path}\0${identity}`;
      const known = first.get(key);
      if (known !== undefined && !(await isBefore({ commit, ...signature }, known.origin, isAncestor))) {
        if (known.origin.commit !== commit || known.span.start <= finding.span.start) continue;
      }
      const versions = scanned.versionsWith(version.path, identity);
      first.set(key, { ...finding, fixes: [], origin: { commit, ...signature, versions } });
    }
  }
  return [...first.values()];
}

type Signature = Pick<Origin, 'author' | 'date'>;

const unknown: Signature = { author: '', date: '' };

type IsAncestor = (commit: string, of: string) => Promise<boolean>;

/** Of the same second, as in a script that commits: the one that the other grew from. */
async function isBefore(
  a: Omit<Origin, 'versions'>,
  b: Omit<Origin, 'versions'>,
  isAncestor: IsAncestor,
): Promise<boolean> {
  if (a.date !== b.date) return a.date < b.date;
  if (a.commit === b.commit) return false;
  if (await isAncestor(a.commit, b.commit)) return true;
  return a.commit < b.commit && !(await isAncestor(b.commit, a.commit));
}

/** Asks git a limited number of times: where more commits are of the same second, their ids decide. */
function ancestry(repository: GitRepository): IsAncestor {
  let left = mostAsked;
  return async (commit, of) => {
    if (left-- <= 0) return false;
    return (await repository.run(['merge-base', '--is-ancestor', commit, of])).code === 0;
  };
}

const mostAsked = 100;

async function signaturesOf(
  commits: readonly string[],
  repository: GitRepository,
  cancel: Cancellation,
): Promise<ReadonlyMap<string, Signature>> {
  const signed = new Map<string, Signature>();
  await readObjects(
    repository,
    [commits],
    (id, object) => {
      const signature = object && signatureIn(object.bytes.toString('utf8'));
      if (signature !== undefined) signed.set(id, signature);
    },
    cancel,
  );
  return signed;
}

/** Reads `author Name <address> 1764340200 +0100` in the head of a commit. */
export function signatureIn(commit: string): Signature | undefined {
  const [, author, seconds] = /^author (.*) (-?\d+) [+-]\d+$/m.exec(commit) ?? [];
  if (author === undefined) return undefined;
  const time = new Date(Number(seconds) * 1000);
  const date = Number.isNaN(time.getTime()) ? '' : time.toISOString().replace(/\.\d+Z$/, 'Z');
  return { author, date };
}
