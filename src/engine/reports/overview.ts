import { atLeast, compareFindings, type Finding, type Severity, severities } from '../model/finding';
import { said } from '../text/l10n';
import { chapterOf, chapters } from './chapters';
import { everythingElse } from './checklist';

/** A finding, and whatever its file is called where it is shown. */
export interface Shown {
  readonly finding: Finding;
}

/** One key, wherever it stands. */
export interface KeyPlaces<T extends Shown> {
  readonly fingerprint: string;
  /** Of its worst place. */
  readonly severity: Severity;
  readonly places: readonly T[];
}

/** What is wrong with a chapter of the guide, keys apart. */
export interface ChapterFindings<T extends Shown> {
  readonly title: string;
  readonly items: readonly T[];
}

/** What is known of a whole workspace, in the order in which it is to be read. */
export interface Overview<T extends Shown> {
  readonly keys: readonly KeyPlaces<T>[];
  readonly chapters: readonly ChapterFindings<T>[];
}

/** Keys by their fingerprint, the worst first; everything else by the chapters of the guide, in their order. */
export function overviewOf<T extends Shown>(shown: readonly T[]): Overview<T> {
  const sorted = shown.toSorted((a, b) => compareFindings(a.finding, b.finding));
  const byKey = new Map<string, T[]>();
  const byChapter = new Map<string, T[]>();
  for (const item of sorted) {
    const { finding } = item;
    if (finding.category === 'key') add(byKey, finding.fingerprint, item);
    else add(byChapter, chapterOf(finding)?.title ?? '', item);
  }
  const keys = [...byKey].map(([fingerprint, places]) => ({ fingerprint, severity: worst(places), places }));
  return {
    keys: keys.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
    chapters: [...chapters.map(({ title }) => title), ''].flatMap((title) => {
      const items = byChapter.get(title);
      return items === undefined ? [] : [{ title: title === '' ? everythingElse() : said(title), items }];
    }),
  };
}

/** How much there is to do: a key counts once, and what is information only does not. */
export function toDo<T extends Shown>({
  keys,
  chapters,
}: Overview<T>): {
  readonly keys: number;
  readonly others: number;
} {
  const isSerious = ({ severity }: { readonly severity: Severity }): boolean => atLeast(severity, 'warning');
  return {
    keys: keys.filter(isSerious).length,
    others: chapters.flatMap(({ items }) => items).filter(({ finding }) => isSerious(finding)).length,
  };
}

const worst = (places: readonly Shown[]): Severity =>
  severities.find((severity) => places.some(({ finding }) => finding.severity === severity)) ?? 'hint';

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
