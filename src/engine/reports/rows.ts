import type { AcceptedFinding, AuditedFinding } from '../audit/auditWorkspace';
import { type Severity, severities } from '../model/finding';
import type { FixId } from '../model/fix';
import { type Rule, ruleUrl } from '../model/rule';
import { withoutKeys } from '../scan/withoutKeys';
import { said, t } from '../text/l10n';

/** A finding in words, for reports that people read. */
export interface Row {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Short; where the finding is of git's history. */
  readonly commit: string | undefined;
  readonly severity: Severity;
  readonly title: string;
  /** Where the rule is explained; undefined for a project's own. */
  readonly url: string | undefined;
  readonly why: string;
  readonly fix: string;
  /** The page on which the key can be revoked. */
  readonly page: string | undefined;
}

export function rowsOf(findings: readonly AuditedFinding[], rules: readonly Rule[]): readonly Row[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return findings.map((finding) => {
    const rule = known.get(finding.rule);
    return {
      file: finding.file,
      line: finding.range.start.line + 1,
      commit: finding.origin?.commit.slice(0, 10),
      severity: finding.severity,
      title: rule === undefined ? finding.rule : said(rule.title),
      url: rule === undefined ? undefined : ruleUrl(rule.id),
      why: finding.message,
      fix: fixOf(finding),
      page: rule?.manage,
    };
  });
}

/** What was accepted, in words; somebody wrote them by hand, so that a key may be in them by a slip. */
export interface AcceptedRow extends Pick<Row, 'file' | 'line' | 'title' | 'url'> {
  readonly reason: string;
  /** The last day on which it holds; empty where it has no end. */
  readonly until: string;
  /** Who accepted it, and when. */
  readonly by: string;
}

export const acceptedRowsOf = (
  accepted: readonly AcceptedFinding[],
  rules: readonly Rule[],
): readonly AcceptedRow[] =>
  accepted.flatMap(({ finding, acceptance: { reason, expires, author, date } }) =>
    rowsOf([{ ...finding, fixes: [] }], rules).map(({ file, line, title, url }) => ({
      ...{ file, line, title, url },
      reason: withoutKeys(reason),
      until: expires ?? '',
      by: withoutKeys([author, date].filter((part) => part !== undefined).join(', ')),
    })),
  );

function fixOf({ fixes: [first], envName }: AuditedFinding): string {
  if (first === undefined) return t('By hand');
  const words: Readonly<Record<FixId, () => string>> = {
    'move-to-env': () => (envName === undefined ? t('Move to .env') : t('Move to .env as {0}', envName)),
    'move-to-env-as': () => t('Move to .env under another name'),
    'reuse-name': () =>
      envName === undefined ? t('Read the variable from .env') : t('Read {0} from .env', envName),
    'remove-argument': () => t('Remove the argument'),
    'add-to-gitignore': () => t('Add to .gitignore'),
    'load-env': () => t('Load .env'),
    'name-in-env': () => t('Name it in an env file'),
    'show-if-set': () => t('Print whether it is set'),
    'add-to-ignore-file': () => t('Add to the ignore file'),
    'mend-env-line': () => t('Mend the line'),
    'add-to-dockerignore': () => t('Add to .dockerignore'),
    'open-key-page': () => t('Revoke the key'),
  };
  return words[first]();
}

/** As a person reads it. */
export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'info':
      return t('info');
    case 'hint':
      return t('hint');
    default:
      return severity satisfies never;
  }
}

/** Where the first of a key's places is, and how many more there are. */
export function inPlaces(what: string, where: string, places: number): string {
  if (places === 1) return t('{0} in {1}.', what, where);
  return places === 2
    ? t('{0} in {1} and 1 more place.', what, where)
    : t('{0} in {1} and {2} more places.', what, where, places - 1);
}

/** A place in git's history. */
export const inCommit = (place: string, commit: string | undefined): string =>
  commit === undefined ? place : t('{0} in {1}', place, commit);

/** `1 error, 2 warnings`; severities without a finding are left out. */
export function countsOf(findings: readonly Pick<Row, 'severity'>[]): string {
  const words: Readonly<Record<Severity, (count: number) => string>> = {
    error: (count) => (count === 1 ? t('1 error') : t('{0} errors', count)),
    warning: (count) => (count === 1 ? t('1 warning') : t('{0} warnings', count)),
    info: (count) => (count === 1 ? t('1 information') : t('{0} information', count)),
    hint: (count) => (count === 1 ? t('1 hint') : t('{0} hints', count)),
  };
  return severities
    .map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? '' : words[severity](count);
    })
    .filter((part) => part !== '')
    .join(', ');
}
