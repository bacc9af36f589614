import { browserRefusal, type Language } from '../languages/language';
import type { ProjectFile, RefusedKeys, Rewriter, Site, SiteKey } from '../languages/rewriter';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal } from '../model/fix';
import type { Workspace } from '../model/ports';
import { countErrors } from '../syntax/node';
import { applyEdits, type TextEdit } from '../text/edit';
import { ancestors, join } from '../text/path';
import type { Span } from '../text/span';
import type { Wanted } from './envWriter';
import type { Host } from './host';
import { type RefusedFinding, type Removals, refuseAll } from './removal';

/** Replaces the literals that hold keys by the language's lookup, and adds what it needs. */
export async function literalRemovals(
  { workspace, parsers }: Host,
  document: SourceDocument,
  language: Language,
  inBrowser: boolean,
  findings: readonly Finding[],
): Promise<Removals> {
  if (inBrowser) return refuseAll(findings, browserRefusal.refused);
  const { rewriting } = language;
  if (rewriting === undefined) {
    return refuseAll(findings, `Keystow does not rewrite ${language.title}. Move the key by hand.`);
  }
  const { text, path } = document;
  const create = await rewriting.load();
  // The tree is left to the parser's own finalizer: what is planned here may be asked for edits later.
  const { rootNode: root } = await parsers.parse(rewriting.grammar, text);
  const project = { nearest: (names: readonly string[]) => nearest(workspace, path, names) };
  const rewriter = await create({ path, text, root, project });
  const all = rewriter.sites(findings.map(({ span }) => span));
  const { sites, refused } = sorted(
    all.map((one) => (isRefusal(one) ? one : withFreeNames(rewriter, one, findings))),
    findings,
  );

  const errors = countErrors(root);
  const readsBack = async (chosen: readonly Site[]): Promise<boolean> => {
    const names = chosen.map(({ keys }) => keys.map(() => 'X'));
    const changed = await parsers.parse(
      rewriting.grammar,
      applyEdits(text, editsOf(text, rewriter, chosen, names)),
    );
    const after = countErrors(changed.rootNode);
    changed.delete();
    return after <= errors;
  };
  const go: Site[] = [];
  if (await readsBack(sites)) go.push(...sites);
  else {
    for (const site of sites) {
      if (await readsBack([...go, site])) go.push(site);
      else
        refused.push(...refusedOf({ refused: unreadable, keys: site.keys.map(({ key }) => key) }, findings));
    }
  }
  return {
    wanted: go.flatMap(({ keys }) => keys.map((key) => wantedFor(key, findings))),
    refused,
    edits: (names) => {
      let at = 0;
      const perSite = go.map(({ keys }) => keys.map(() => names[at++] ?? ''));
      return {
        label: `read ${[...new Set(names)].join(', ')} from the environment`,
        edits: editsOf(text, rewriter, go, perSite),
        notes: [],
      };
    },
  };
}

/** The site, unless the program gives a variable that it would read another meaning. */
function withFreeNames(rewriter: Rewriter, site: Site, findings: readonly Finding[]): Site | RefusedKeys {
  for (const key of site.keys) {
    const refusal = rewriter.taken?.(site, wantedFor(key, findings).name);
    if (refusal !== undefined) return { ...refusal, keys: site.keys.map((one) => one.key) };
  }
  return site;
}

const unreadable = 'The code around the key could not be read. Mend it first, or move the key by hand.';

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

function wantedFor({ key, value, name }: SiteKey, findings: readonly Finding[]): Wanted {
  if (name !== undefined) return { name, value, exact: true };
  return { name: findings.find(({ span }) => isSame(span, key))?.envName ?? 'API_KEY', value };
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The edits of sites and of what they ask for, each once. */
function editsOf(
  text: string,
  rewriter: Rewriter,
  sites: readonly Site[],
  names: readonly (readonly string[])[],
): readonly TextEdit[] {
  const edits = [
    ...rewriter.additions(sites),
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

async function nearest(
  workspace: Workspace,
  path: string,
  names: readonly string[],
): Promise<ProjectFile | undefined> {
  for (const dir of ancestors(path)) {
    for (const name of names) {
      const file = join(dir, name);
      const read = await workspace.read(file);
      if (read.kind === 'text') return { path: file, text: read.text };
    }
  }
  return undefined;
}
