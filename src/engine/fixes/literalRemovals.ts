import { browserRefusal, type Language } from '../languages/language';
import type { RefusedKeys, Rewriter, Site, SiteKey } from '../languages/rewriter';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal } from '../model/fix';
import { importsIn } from '../syntax/imports';
import { countErrors } from '../syntax/node';
import { applyEdits, offsetAfter, type TextEdit, withInsertions } from '../text/edit';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import type { Wanted } from './envWriter';
import type { Host } from './host';
import { projectFiles } from './projectFiles';
import { type MoveOptions, type RefusedFinding, type Removals, refuseAll } from './removal';

/** Replaces the literals that hold keys by the language's lookup, and adds what it needs. */
export async function literalRemovals(
  { workspace, parsers, settings }: Host,
  document: SourceDocument,
  { language, inBrowser }: { readonly language: Language; readonly inBrowser: boolean },
  findings: readonly Finding[],
  options: MoveOptions,
): Promise<Removals> {
  const { rewriting } = language;
  if (rewriting === undefined) {
    if (inBrowser) return refuseAll(findings, browserRefusal.refused);
    return refuseAll(findings, t('Keystow does not rewrite {0}. Move the key by hand.', language.title));
  }
  const { path } = document;
  const { part } = rewriting;
  const text = part?.blanked(document.text) ?? document.text;
  const create = await rewriting.load();
  const root = await parsers.parse(rewriting.grammar, text);
  const project = projectFiles(workspace, path);
  const style = settings?.lookupStyle[language.family ?? language.id] ?? 'idiomatic';
  const rewriter = await create({ path, text, root, project, parsers, inBrowser, style });
  const [keys, outside] = split(
    findings.map(({ span }) => span),
    ({ start }) => part === undefined || text[start] === document.text[start],
  );
  const all = options.dropArgument === true ? withoutArguments(rewriter, keys) : rewriter.sites(keys);
  const { sites, refused } = sorted(
    all.map((one) => (isRefusal(one) ? one : withFreeNames(rewriter, one, findings))),
    findings,
  );
  if (part !== undefined) refused.push(...refusedOf({ ...part.outside, keys: outside }, findings));

  const errors = countErrors(root);
  const readsBack = async (chosen: readonly Site[]): Promise<boolean> => {
    // Mostly the names that the keys will have: the same program is asked for again, and parsed once.
    const names = chosen.map(({ keys }) =>
      keys.map((key) => wantedFor(rewriter, key, findings, options.name).name),
    );
    const edits = editsOf(text, rewriter, chosen, names, rewriting.slowHead);
    const after = applyEdits(text, edits);
    // Some grammars take a program of nothing for a broken one.
    if (after.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return true;
    return countErrors(await parsers.parse(rewriting.grammar, after, { before: text, edits })) <= errors;
  };
  const go: Site[] = [];
  if (await readsBack(sites)) go.push(...sites);
  else {
    for (const site of sites) {
      if (await readsBack([...go, site])) go.push(site);
      else
        refused.push(
          ...refusedOf({ refused: unreadable(), keys: site.keys.map(({ key }) => key) }, findings),
        );
    }
  }
  return {
    wanted: go.flatMap((site) => site.keys.map((key) => wantedFor(rewriter, key, findings, options.name))),
    droppable: findings.filter(({ span }) => rewriter.withoutArgument?.(span) !== undefined),
    refused,
    edits: (names) => {
      let at = 0;
      const perSite = go.map(({ keys }) => keys.map(() => names[at++] ?? ''));
      const others = rewriter.others?.(go, perSite);
      if (others !== undefined && isRefusal(others)) return others;
      const edits = editsOf(text, rewriter, go, perSite);
      const changed = applyEdits(text, edits);
      return {
        label: t('read {0} from the environment', [...new Set(names)].join(', ')),
        edits,
        ...(others === undefined ? {} : { others }),
        reads: {
          language: language.id,
          text: changed,
          before: offsetAfter(edits, Math.min(...go.map(({ span }) => span.start))),
          imports: async () =>
            importsIn(await parsers.parse(rewriting.grammar, changed, { before: text, edits })),
          with: (insertions) => withInsertions(edits, insertions),
        },
        notes: rewriter.notes ?? [],
      };
    },
  };
}

const split = <T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] => [
  all.filter(test),
  all.filter((one) => !test(one)),
];

/** The site, unless the program gives a variable that it would read another meaning. */
function withFreeNames(rewriter: Rewriter, site: Site, findings: readonly Finding[]): Site | RefusedKeys {
  for (const key of site.keys) {
    const refusal = rewriter.taken?.(site, wantedFor(rewriter, key, findings, undefined).name);
    if (refusal !== undefined) return { ...refusal, keys: site.keys.map((one) => one.key) };
  }
  return site;
}

const unreadable = (): string =>
  t('The code around the key could not be read. Mend it first, or move the key by hand.');

function sorted(
  all: readonly (Site | RefusedKeys)[],
  findings: readonly Finding[],
): { readonly sites: readonly Site[]; readonly refused: RefusedFinding[] } {
  const sites: Site[] = [];
  const refused: RefusedFinding[] = [];
  for (const one of all) {
    if (isRefusal(one)) refused.push(...refusedOf(one, findings));
    else sites.push(one);
  }
  return { sites: sites.sort((a, b) => a.span.start - b.span.start), refused };
}

const refusedOf = ({ keys, refused }: RefusedKeys, findings: readonly Finding[]): readonly RefusedFinding[] =>
  keys
    .flatMap((key) => findings.filter((one) => isSame(one.span, key)))
    .map((finding) => ({ finding, reason: refused }));

function wantedFor(
  rewriter: Rewriter,
  { key, value, name }: SiteKey,
  findings: readonly Finding[],
  asked: string | undefined,
): Wanted {
  // A name that the code reads already stays, whatever is asked.
  if (name !== undefined) return { name, value, exact: true };
  const own = asked ?? findings.find(({ span }) => isSame(span, key))?.envName ?? 'API_KEY';
  const stored = rewriter.storedAs?.(own) ?? own;
  return asked === undefined ? { name: stored, value } : { name: stored, value, exact: true };
}

const withoutArguments = (rewriter: Rewriter, keys: readonly Span[]): readonly (Site | RefusedKeys)[] =>
  keys.map(
    (key) =>
      rewriter.withoutArgument?.(key) ?? {
        refused: t('No SDK reads this argument from the environment.'),
        keys: [key],
      },
  );

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The edits of sites and of what they ask for, each once. */
function editsOf(
  text: string,
  rewriter: Rewriter,
  sites: readonly Site[],
  names: readonly (readonly string[])[],
  withoutAdditions?: boolean,
): readonly TextEdit[] {
  const edits = [
    ...(withoutAdditions ? [] : rewriter.additions(sites, names)),
    ...sites.flatMap((site, index) => site.also(names[index] ?? [])),
    ...sites.map((site, index) => ({
      span: site.span,
      newText: spaced(text, site.span, site.text(names[index] ?? [])),
    })),
  ];
  const seen = new Set<string>();
  return edits.filter(({ span, newText }) => {
    const key = `${span.start} ${span.end} ${newText}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Keeps words apart: `return"…"` is valid, `returnprocess.env.X` is not. */
function spaced(text: string, site: Span, lookup: string): string {
  if (lookup === '') return lookup;
  const isWord = (at: string | undefined): boolean => /[\w$]/.test(at ?? '');
  const before = isWord(text[site.start - 1]) && isWord(lookup[0]) ? ' ' : '';
  const after = isWord(text[site.end]) && isWord(lookup.at(-1)) ? ' ' : '';
  return before + lookup + after;
}
