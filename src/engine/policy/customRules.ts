import { getNodeValue, type Node } from 'jsonc-parser';
import { looksRandom } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import type { PolicyText } from './policyText';

const names = ['id', 'title', 'prefix', 'minLength', 'pattern', 'envName'] as const;

/** Characters of a pattern, and the shortest prefix that is told from ordinary words. */
const patternLimit = 500;
const shortestPrefix = 3;

/** The kinds of keys that a team has of its own; a rule that cannot be used is left out. `taken` are the ids that exist. */
export async function readCustomRules(
  policy: PolicyText,
  list: Node | undefined,
  taken: ReadonlySet<string>,
): Promise<readonly CustomRule[]> {
  const rules: CustomRule[] = [];
  for (const item of policy.objects(list, 'rules', t('a rule'))) {
    const rule = await readRule(policy, item, new Set([...taken, ...rules.map(({ id }) => id)]));
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}

async function readRule(
  policy: PolicyText,
  item: Node,
  taken: ReadonlySet<string>,
): Promise<CustomRule | undefined> {
  const before = policy.problems.length;
  const members = policy.members(item, names);
  const text = (name: (typeof names)[number], fits: RegExp, form: string): string | undefined =>
    policy.text(members.get(name), name, (value) => fits.test(value), form);

  const id = text(
    'id',
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
    t('kebab-case of two words or more, such as acme-api-key'),
  );
  const title = text('title', /\S/, t('a text')) ?? id;
  const envName = text('envName', /^[A-Z_][A-Z0-9_]*$/, t('the name of a variable, such as ACME_API_KEY'));
  const prefix = text(
    'prefix',
    new RegExp(`^\\S{${shortestPrefix},40}$`),
    t('{0} to 40 characters without blanks', shortestPrefix),
  );
  const pattern = text(
    'pattern',
    new RegExp(`^[\\s\\S]{1,${patternLimit}}$`),
    t('up to {0} characters', patternLimit),
  );
  if (id === undefined) {
    if (!members.has('id')) policy.problem(item, t('a rule has an "id"'));
    return undefined;
  }
  if (taken.has(id)) policy.problem(item, t('"{0}" is taken by another rule', id));
  if ((prefix === undefined) === (pattern === undefined)) {
    if (policy.problems.length === before)
      policy.problem(item, t('a rule has either a "prefix" or a "pattern"'));
    return undefined;
  }
  const minLength = lengthOf(policy, members.get('minLength'));
  let find: CustomRule['find'] | undefined = prefix === undefined ? undefined : prefixed(prefix, minLength);
  let mark = prefix;
  if (pattern !== undefined) {
    const { linearPattern } = await import('./linearPattern');
    const compiled = linearPattern(pattern);
    if ('refused' in compiled) policy.problem(members.get('pattern') ?? item, compiled.refused);
    else ({ find, mark } = compiled);
  }
  if (policy.problems.length > before || find === undefined) return undefined;
  return {
    id,
    title: title ?? id,
    envName: envName ?? id.toUpperCase().replaceAll('-', '_'),
    prefix: prefix ?? '',
    mark: mark !== undefined && isMark.test(mark) ? mark : undefined,
    find,
  };
}

/** What is the same in bytes and in a text, and stands in few of them. */
const isMark = /^[\x20-\x7e]{3,}$/;

/** Characters after the prefix, where the rule does not say. */
const defaultLength = 16;

function lengthOf(policy: PolicyText, node: Node | undefined): number {
  const value: unknown = node === undefined ? defaultLength : getNodeValue(node);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 8 && value <= 1000) return value;
  if (node !== undefined) policy.problem(node, t('"minLength" is a whole number from 8 to 1000'));
  return defaultLength;
}

/** The prefix, and the longest run of letters, digits, `_` and `-` behind it, where that is random and long enough. */
const prefixed =
  (prefix: string, minLength: number): CustomRule['find'] =>
  (text) => {
    const spans: Span[] = [];
    for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + prefix.length)) {
      if (/[\w-]/.test(text[at - 1] ?? '') && /^\w/.test(prefix)) continue;
      const run = /^[\w-]*/.exec(text.slice(at + prefix.length, at + prefix.length + 1000))?.[0] ?? '';
      if (run.length >= minLength && looksRandom(run))
        spans.push({ start: at, end: at + prefix.length + run.length });
    }
    return spans;
  };
