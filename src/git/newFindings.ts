import type { Change } from '../platform/gitChanges.node';
import type { FoundInVersion, ScannedVersions, Version } from './scanVersions';

/** A finding that a change brings, in the version that it makes. */
export interface NewFinding extends FoundInVersion {
  readonly version: Version;
}

/**
 * What changes bring: the findings that neither stood in the version of the same file before, nor were moved there from
 * a file that loses them in the same commit. So a key that is committed already is told once, and a rename or a tidying
 * does not tell it again; a copy does.
 *
 * @param commits the changes of each; no version is read twice.
 */
export async function newFindings<C extends { readonly changes: readonly Change[] }>(
  commits: readonly C[],
  scanned: ScannedVersions,
): Promise<readonly (readonly [C, readonly NewFinding[]])[]> {
  await scanned.add(commits.flatMap(({ changes }) => changes.flatMap(versionNow)));
  const found = commits.filter(({ changes }) => changes.some((change) => findingsOf(change).length > 0));
  // What was there before is read only where something is found: mostly nothing is.
  await scanned.add(
    found.flatMap(({ changes }) => changes.flatMap(versionsBefore)),
    false,
  );
  return found.map((commit) => {
    const lost = new Set(commit.changes.flatMap((change) => [...minus(before(change), now(change))]));
    const fresh = commit.changes.flatMap((change) => {
      const known = before(change);
      return findingsOf(change).filter(({ identity }) => !known.has(identity) && !lost.has(identity));
    });
    return [commit, fresh] as const;
  });

  function findingsOf(change: Change): readonly NewFinding[] {
    return versionNow(change).flatMap((version) => scanned.of(version).map((one) => ({ ...one, version })));
  }

  function now(change: Change): ReadonlySet<string> {
    return new Set(findingsOf(change).map(({ identity }) => identity));
  }

  function before(change: Change): ReadonlySet<string> {
    return new Set(versionsBefore(change).flatMap((version) => scanned.of(version).map(identityOf)));
  }
}

const identityOf = ({ identity }: FoundInVersion): string => identity;

function* minus(all: ReadonlySet<string>, without: ReadonlySet<string>): Generator<string> {
  for (const one of all) if (!without.has(one)) yield one;
}

const versionNow = ({ path, now, unmerged }: Change): readonly Version[] =>
  now === undefined || unmerged ? [] : [{ path, entry: now }];

const versionsBefore = ({ path, before }: Change): readonly Version[] =>
  before.map((entry) => ({ path, entry }));
