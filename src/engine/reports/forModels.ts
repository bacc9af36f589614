import type { AuditReport } from '../audit/auditWorkspace';
import type { EnvReference, Loaded } from '../fixes/envReference';
import { type Severity, severities } from '../model/finding';
import { isRefusal } from '../model/fix';
import type { Rule } from '../model/rule';
import { withoutKeys } from '../scan/withoutKeys';
import { inEnglish } from '../text/l10n';
import { type Row, rowsOf } from './rows';
import { summarise } from './summary';
import { printable } from './text';

/** Findings that are listed: a model reads few of them at a time. */
const mostRows = 50;

/** What an audit found, for a language model: the worst first, and how many are left out. No value is in it. */
export const auditForModels = (reports: readonly AuditReport[], rules: readonly Rule[]): string =>
  inEnglish(() => inWords(reports, rules));

function inWords(reports: readonly AuditReport[], rules: readonly Rule[]): string {
  const rows = reports.flatMap((report) => rowsOf(report.findings, rules)).toSorted(worstFirst);
  const left = rows.length - mostRows;
  return [
    ...reports.map(summarise),
    ...rows.slice(0, mostRows).map(lineOf),
    ...(left > 0 ? [`${left} more are left out: ask for a file or a folder.`] : []),
    ...(rows.length > 0
      ? [
          'No value is shown. The fixes are actions of the editor, in the lightbulb at each place: they move the value without showing it. Do not read, repeat or write a value yourself.',
        ]
      : []),
  ].join('\n');
}

const rank = (severity: Severity): number => severities.indexOf(severity);
const worstFirst = (a: Row, b: Row): number => rank(a.severity) - rank(b.severity);

const lineOf = ({ file, line, severity, title, why, fix, page }: Row): string =>
  `${safe(file)}:${line}: ${severity}: ${safe(title)}. ${safe(why)} Fix: ${safe(fix)}.${page === undefined ? '' : ` Revoke: ${page}`}`;

/** How a variable is read, and where it is. No value is in it. */
export function referenceForModels(reference: EnvReference): string {
  const { name, language, lookup, envPath, files, facts, loaded } = reference;
  const given = files.filter(({ has, isTemplate }) => has === 'value' && !isTemplate);
  const bare = files.filter(({ has, isTemplate }) => has === 'bare' || (has === 'value' && isTemplate));
  return [
    ...(isRefusal(lookup)
      ? [`${language}: no lookup. ${safe(lookup.refused)}`]
      : [
          `${language} reads ${name} with: ${safe(lookup.expression)}`,
          ...lookup.needs.map((need) => `The file needs besides:\n${withoutKeys(need)}`),
          ...(lookup.declares.length === 0 ? [] : [`Declared in: ${lookup.declares.map(safe).join(', ')}`]),
          ...lookup.notes.map(safe),
        ]),
    given.length > 0
      ? `Defined in: ${given.map(({ path }) => safe(path)).join(', ')}`
      : `No env file defines ${name}. It belongs in ${safe(envPath)}: ask the user to put the value there, and never ask for the value.`,
    ...(bare.length === 0
      ? []
      : [`Named without a value in: ${bare.map(({ path }) => safe(path)).join(', ')}`]),
    ignoredBy(envPath, facts),
    loadedBy(envPath, loaded),
  ].join('\n');
}

function ignoredBy(envPath: string, facts: EnvReference['facts']): string {
  const path = safe(envPath);
  if (facts.inRepository !== true)
    return `No git repository is known here: whether git ignores ${path} is not known.`;
  if (facts.tracked === true) return `Git tracks ${path}: no key may be put there before it is untracked.`;
  if (facts.ignored === undefined) return `Whether git ignores ${path} is not known.`;
  return facts.ignored
    ? `Git ignores ${path}.`
    : `Git does not ignore ${path} yet: it belongs in .gitignore.`;
}

function loadedBy(envPath: string, loaded: Loaded): string {
  const path = safe(envPath);
  switch (loaded.kind) {
    case 'loaded':
      return `Something in the project loads ${path}, or the variable comes from the environment.`;
    case 'by-team':
      return `The project's policy says that ${path} is loaded by other means.`;
    case 'unknown':
      return `Whether something loads ${path} is not known.`;
    case 'missing':
      return `Nothing loads ${path} for this program yet. What does: ${safe(loaded.how)}`;
    default:
      return loaded satisfies never;
  }
}

/** One line, whatever a file name or a message holds: neither a line of its own, nor a key. */
const safe = (text: string): string => withoutKeys(printable(text));
