import { isShowableName } from '../detectors/secretValue';
import {
  type ConfigText,
  type ConfigValue,
  type Data,
  dataAt,
  isSameData,
  type Path,
  withData,
} from '../formats/configText';
import { formats } from '../formats/index';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import { keySpans } from '../scan/explainKeys';
import { secretPlaceAt } from '../surfaces/index';
import { namedIn, variableOf } from '../surfaces/namedIn';
import type { Change, Move, Site, Surface } from '../surfaces/surface';
import { applyEdits, composeEdits, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { shellWord } from '../text/shellWord';
import { contains, type Span } from '../text/span';
import { nameRefusal } from './envNames';
import { type MoveOptions, type Removals, removals, type Taken } from './removal';

interface Taking {
  readonly value: ConfigValue;
  readonly key: Span;
  readonly move: Move;
}

/** Values of a tool's file become what the tool reads a variable by; what the file says else is read back unchanged. */
export function configRemovals(
  surface: Surface,
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions,
): Removals {
  const { text } = document;
  const { values, data } = formats[surface.format](text);
  return removals<Taking>(
    findings,
    (finding) => (data === undefined ? broken() : take(surface, text, values, data, finding, options)),
    (taken, envPath) => {
      const sites = taken.map(({ site: { value, key, move }, name }) => ({
        move,
        site: { value, key, name, data: data ?? null, path: document.path, envPath, text },
      }));
      const changes: Change[] = [];
      for (const { move, site } of sites) {
        const own = move.changes(site);
        if (isRefusal(own)) return own;
        // Two keys of one value go with it once.
        changes.push(...own.filter((one) => one.kind !== 'remove' || !isRemoved(changes, one.path)));
      }
      // Commands are copied: a path may hold what a shell reads otherwise.
      const inShell = shellWord(envPath);
      // One sentence for all that it is true of.
      const notes = new Map<
        string,
        { readonly move: Move; readonly site: Site; readonly names: Set<string> }
      >();
      for (const { move, site } of sites) {
        const sentence = move.note?.([], inShell, site);
        if (sentence === undefined) continue;
        const known = notes.get(sentence) ?? { move, site, names: new Set() };
        notes.set(sentence, known);
        known.names.add(site.name);
      }
      const edits = changed(surface, text, changes);
      if (isRefusal(edits)) return edits;
      const names = [...new Set(taken.map(({ name }) => name))].join(', ');
      return {
        label: t('read {0} from the environment', names),
        edits,
        notes: [...notes.values()].flatMap((one) => one.move.note?.([...one.names], inShell, one.site) ?? []),
      };
    },
  );
}

const isRemoved = (changes: readonly Change[], path: Path): boolean =>
  changes.some((one) => one.kind === 'remove' && isPath(one.path, path));

const broken = (): Refusal => ({ refused: t('The file is not valid. Mend it first.') });

function take(
  surface: Surface,
  text: string,
  values: readonly ConfigValue[],
  data: Data,
  finding: Finding,
  options: MoveOptions,
): Taken<Taking> | Refusal {
  const value = values.find(({ span }) => contains(span, finding.span));
  if (value === undefined) return { refused: t('The key is not in a value of this file. Move it by hand.') };
  const place = secretPlaceAt(surface, value.path);
  if (place === undefined)
    return { refused: t('{0} reads no variable there. Move the key by hand.', surface.tool) };
  const key = text.slice(finding.span.start, finding.span.end);
  const named = namedIn(text, place, value, data);
  const isWhole = value.value === key || (named?.value === key && named.isVariable);
  const usualMove = place.move.choose?.(value.path, data) ?? place.move;
  const move = isWhole ? usualMove : (usualMove.partly ?? usualMove);
  if (surface.dollar === true && key.includes('$'))
    return {
      refused: t('The value holds $, which {0} reads as a variable. Move the key by hand.', surface.tool),
    };
  if (!value.value.includes(key))
    return {
      refused: t('The value is written with escapes that Keystow does not read. Move the key by hand.'),
    };
  if (move.whole === true && !isWhole) return { refused: t('The key is only a part of the value.') };
  if (isInExpression(text.slice(value.span.start, finding.span.start)))
    return {
      refused: t(
        'The key is in an expression, in which {0} reads no other one. Move it by hand.',
        surface.tool,
      ),
    };
  if ([named?.name, value.path.at(-1)].some((one) => typeof one === 'string' && isKey(one)))
    return { refused: t('A key stands where a name belongs. Delete it there first.') };
  const own = [named?.variable, place.ofOwner === true ? variableOf(value.path, 'key') : undefined].find(
    (name) => name !== undefined && nameRefusal(name) === undefined,
  );
  const isOwn = named?.isVariable === true || place.ofOwner === true;
  const usual = finding.envName ?? own ?? 'API_KEY';
  const name =
    (isOwn ? own : undefined) ?? (named === undefined ? place.variable?.(usual) : undefined) ?? usual;
  const isExact = move.ownName === true || options.name !== undefined;
  if (move.ownName === true && own === undefined)
    return {
      refused: t(
        '{0} is no name that every env reader takes.',
        named !== undefined && isShowableName(named.name)
          ? named.name
          : t('What stands in the place of a name'),
      ),
    };
  return {
    site: { value, key: finding.span, move },
    wanted: {
      name: move.ownName === true ? name : (options.name ?? place.rename?.(name) ?? name),
      value: move.takes === 'value' ? value.value : key,
      ...(isExact ? { exact: true } : {}),
      ...(move.unquoted === true ? { unquoted: true } : {}),
    },
  };
}

const order = { write: 0, put: 1, add: 2, append: 3, remove: 4 } as const;

/** Whether an expression of a tool is open at the end of a text: `{{`, `{%`, `<%`, `${{`. */
const isInExpression = (before: string): boolean =>
  [
    ['{{', '}}'],
    ['{%', '%}'],
    ['<%', '%>'],
  ].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close));

/** Names are told in messages and commands. */
const isKey = (name: string): boolean =>
  name.length >= 16 && keySpans({ path: 'name.txt', text: name }).length > 0;

/** The edits of some changes, one after the other; each is read back before the next. */
function changed(surface: Surface, text: string, changes: readonly Change[]): readonly TextEdit[] | Refusal {
  const read = formats[surface.format];
  const before = read(text);
  const places = new Map(before.values.map(({ path }, index) => [path.join('\n'), index]));
  const placeOf = (path: Path): number => places.get(path.join('\n')) ?? -1;
  const inOrder = changes
    .filter(isNew)
    .toSorted(
      (a, b) =>
        order[a.kind] - order[b.kind] ||
        (a.kind === 'write' && b.kind === 'write' ? b.part.start - a.part.start : 0) ||
        (a.kind === 'remove' && b.kind === 'remove' ? placeOf(b.path) - placeOf(a.path) : 0),
    );
  let edits: readonly TextEdit[] = [];
  let now: Current = { text, config: before };
  for (const change of inOrder) {
    let next: Next | undefined;
    for (const { edits: own, wanted } of stepsOf(now, text, change)) {
      const after = applyEdits(now.text, own);
      const config = read(after);
      const isWanted =
        config.data !== undefined &&
        isSameData(config.data, wanted) &&
        config.comments.length === before.comments.length &&
        config.comments.every((comment, index) => comment === before.comments[index]);
      if (!isWanted) continue;
      next = { text: after, config, edits: own };
      break;
    }
    if (next === undefined)
      return {
        refused: t('The file cannot be rewritten without changing something else. Move the key by hand.'),
      };
    edits = composeEdits(text, edits, next.edits);
    now = next;
  }
  return edits;
}

/** The file as it is by now, and as it is read. */
interface Current {
  readonly text: string;
  readonly config: ConfigText;
}

interface Next extends Current {
  readonly edits: readonly TextEdit[];
}

/** Two keys of one command may want the same of it. */
const isNew = (change: Change, index: number, all: readonly Change[]): boolean =>
  change.kind !== 'write' ||
  !all
    .slice(0, index)
    .some((one) => one.kind === 'write' && one.part.start === change.part.start && one.text === change.text);

const isPath = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, i) => step === b[i]);

interface Step {
  readonly edits: readonly TextEdit[];
  readonly wanted: Data | undefined;
}

/** The ways to make a change, and what the file says after it. `first` is the text that its places are of. */
function stepsOf({ text, config }: Current, first: string, change: Change): readonly Step[] {
  const { data } = config;
  const nothing: Step = { edits: [], wanted: data };
  switch (change.kind) {
    case 'write': {
      const { value, part } = change;
      const now = config.values.find((one) => isPath(one.path, value.path));
      if (now === undefined) return [];
      // Parts are written from the last to the first: the text may stand before this one, and behind it no longer.
      const raw = first.slice(part.start, part.end);
      const before = first.slice(value.span.start, part.start).split(raw).length - 1;
      const start = nth(text.slice(now.span.start, now.span.end), raw, before);
      const said = raw.replaceAll('\\"', '"');
      const at = nth(now.value, said, before);
      if (start < 0 || at < 0) return [];
      const own = { start: now.span.start + start, end: now.span.start + start + raw.length };
      const whole = now.value.slice(0, at) + change.text + now.value.slice(at + said.length);
      const wanted = withData(data, value.path, whole);
      return config.replacements(now, own, change.text, whole).map((edit) => ({ edits: [edit], wanted }));
    }
    case 'add': {
      const there = dataAt(data, change.path);
      if (isSameData(there, change.data)) return [nothing];
      if (there !== undefined) return []; // a name that has another value is not this move's
      const edits = config.addition(change.path, change.data, change.after);
      return edits === undefined ? [] : [{ edits, wanted: withData(data, change.path, change.data) }];
    }
    case 'put': {
      const now = config.values.find((one) => isPath(one.path, change.path));
      const edit = now && config.replacement?.(now, change.data);
      return edit === undefined ? [] : [{ edits: [edit], wanted: withData(data, change.path, change.data) }];
    }
    case 'append': {
      const list = dataAt(data, change.path);
      const items: readonly Data[] = Array.isArray(list) ? list : [];
      if (items.some((item) => isSameData(item, change.data))) return [nothing];
      const isThere = list !== undefined;
      const path = isThere ? [...change.path, items.length] : change.path;
      const added = isThere ? change.data : [change.data];
      const edits = config.addition(path, added);
      return edits === undefined ? [] : [{ edits, wanted: withData(data, path, added) }];
    }
    case 'remove':
      return removalsOf(config, change.path);
    default:
      return change satisfies never;
  }
}

/** Where a text stands for the time after `before` others; -1 where it does not. */
function nth(text: string, part: string, before: number): number {
  let at = text.indexOf(part);
  for (let count = 0; count < before && at >= 0; count++) at = text.indexOf(part, at + part.length);
  return at;
}

/** What holds nothing but variables, by the names that tools give it; what people name stays, also empty. */
const isOfVariables = (step: string | number | undefined): boolean =>
  typeof step === 'string' &&
  /^(?:env|global|environment|environment_variables|variables|vars|options|(?:remote|container)Env|http_headers|api-key|set-env|literals|terminal\.integrated\.env\.\w+)$/.test(
    step,
  );

/** Such objects go with their last entry, unless a comment stands in them. */
function removalsOf(config: ConfigText, path: Path): readonly Step[] {
  const { data } = config;
  const paths = [path];
  for (let holder = path.slice(0, -1); isOfVariables(holder.at(-1)); holder = holder.slice(0, -1)) {
    const inside = dataAt(data, holder);
    if (typeof inside !== 'object' || inside === null || Object.keys(inside).length > 1) break;
    paths.unshift(holder);
  }
  return paths.flatMap((one) => {
    const edits = config.removal(one);
    return edits === undefined ? [] : [{ edits, wanted: withData(data, one, undefined) }];
  });
}
