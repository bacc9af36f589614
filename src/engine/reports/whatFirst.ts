import type { AuditedFinding } from '../audit/auditWorkspace';
import { atLeast } from '../model/finding';
import { t } from '../text/l10n';

/** One thing to do: a key, wherever it stands, or a problem at one place. */
export interface Urgent {
  /** Where it is worst. */
  readonly finding: AuditedFinding;
  /** How many places have it. */
  readonly places: number;
  /** Why it cannot wait, and what to do. */
  readonly why: string;
}

/** Who can read the key decides: what everybody can comes first, what only this machine has comes last. */
const reaches: readonly {
  readonly applies: (finding: AuditedFinding) => boolean;
  readonly why: (finding: AuditedFinding) => string;
}[] = [
  {
    applies: ({ category, place, rule }) =>
      (category === 'key' && place === 'browser') || rule === 'client-key' || rule === 'public-prefix-secret',
    why: () => t('Whoever opens the page can read it. Revoke it, and let a server make the call.'),
  },
  {
    applies: ({ category, tracked, origin }) =>
      category === 'key' && (tracked === true || origin !== undefined),
    why: () =>
      t(
        'Git has it, and taking it out of the file leaves it in the history. Revoke it, then move the new one to .env.',
      ),
  },
  { applies: ({ rule }) => rule === 'env-tracked', why: ({ message }) => message },
  {
    applies: ({ category, place }) => category === 'key' && place === 'image',
    why: () =>
      t(
        'It stays in every image that is built. Revoke it, and give the new one to the container when it runs.',
      ),
  },
  {
    applies: ({ rule, severity }) => rule === 'env-not-ignored' && severity === 'error',
    why: ({ message }) => message,
  },
  { applies: ({ category }) => category === 'key', why: ({ message }) => message },
];

/**
 * What to do first: of what is at least a warning the most urgent things, the worst before the others, and what many
 * places have before what one has. The same key in several files is one thing.
 */
export function whatFirst(findings: readonly AuditedFinding[], most = 3): readonly Urgent[] {
  const things = new Map<string, { finding: AuditedFinding; rank: number; places: number }>();
  for (const finding of findings) {
    if (!atLeast(finding.severity, 'warning')) continue;
    const rank = rankOf(finding);
    const key = finding.category === 'key' ? finding.fingerprint : `${finding.rule}\n${finding.file}`;
    const known = things.get(key);
    if (known === undefined) things.set(key, { finding, rank, places: 1 });
    else {
      known.places++;
      if (rank < known.rank) Object.assign(known, { finding, rank });
    }
  }
  const isError = ({ finding: { severity } }: { finding: AuditedFinding }): number =>
    severity === 'error' ? 0 : 1;
  return [...things.values()]
    .toSorted((a, b) => a.rank - b.rank || isError(a) - isError(b) || b.places - a.places)
    .slice(0, most)
    .map(({ finding, rank, places }) => ({
      finding,
      places,
      why: reaches[rank]?.why(finding) ?? finding.message,
    }));
}

function rankOf(finding: AuditedFinding): number {
  const rank = reaches.findIndex(({ applies }) => applies(finding));
  return rank < 0 ? reaches.length : rank;
}
