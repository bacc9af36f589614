import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { looksRandom } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

/** The policy file of a project, as far as it could be read. */
export interface Policy {
  readonly customRules: readonly CustomRule[];
  /** What is wrong with it, each with its place; lines and columns are 1-based. */
  readonly problems: readonly PolicyProblem[];
}

export interface PolicyProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Reads `.keystow.json`: JSON with comments. Never throws: a rule that cannot be used is left out and named in
 * `problems`; a text that is no JSON gives no rules. `ownIds` are taken.
 */
export async function parsePolicy(text: string, ownIds: ReadonlySet<string>): Promise<Policy> {
  const source = new SourceText(text);
  const problems: PolicyProblem[] = [];
  const problem = (offset: number, message: string): void => {
    const { line, character } = source.positionAt(offset);
    problems.push({ line: line + 1, column: character + 1, message });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) problem(offset, `not JSON: ${printParseErrorCode(error)}`);
  if (errors.length > 0 || root === undefined) return { customRules: [], problems };
  if (root.type !== 'object') {
    problem(root.offset, 'the policy is an object');
    return { customRules: [], problems };
  }
  const list = memberOf(root, 'rules');
  if (list === undefined) return { customRules: [], problems };
  if (list.type !== 'array') {
    problem(list.offset, '"rules" is an array');
    return { customRules: [], problems };
  }
  const customRules: CustomRule[] = [];
  for (const item of list.children ?? []) {
    const rule = await readRule(item, new Set([...ownIds, ...customRules.map(({ id }) => id)]), problem);
    if (rule !== undefined) customRules.push(rule);
  }
  return { customRules, problems };
}

const memberOf = (object: Node, name: string): Node | undefined =>
  object.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];

const known: ReadonlySet<string> = new Set(['id', 'title', 'prefix', 'minLength', 'pattern', 'envName']);

/** Characters of a pattern, and the shortest prefix that is told from ordinary words. */
const patternLimit = 500;
const shortestPrefix = 3;

async function readRule(
  item: Node,
  taken: ReadonlySet<string>,
  problem: (offset: number, message: string) => void,
): Promise<CustomRule | undefined> {
  if (item.type !== 'object') {
    problem(item.offset, 'a rule is an object');
    return undefined;
  }
  let isUsable = true;
  const refuse = (node: Node, message: string): void => {
    problem(node.offset, message);
    isUsable = false;
  };
  for (const { children: [name] = [] } of item.children ?? [])
    if (name !== undefined && !known.has(String(name.value)))
      refuse(name, `unknown name; known are ${[...known].join(', ')}`);
  const text = (name: string, fits: RegExp, form: string): string | undefined => {
    const node = memberOf(item, name);
    if (node === undefined) return undefined;
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string' && fits.test(value)) return value;
    refuse(node, `"${name}" is ${form}`);
    return undefined;
  };

  const id = text(
    'id',
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
    'kebab-case of two words or more, such as acme-api-key',
  );
  const title = text('title', /\S/, 'a text') ?? id;
  const envName = text('envName', /^[A-Z_][A-Z0-9_]*$/, 'the name of a variable, such as ACME_API_KEY');
  const prefix = text(
    'prefix',
    new RegExp(`^\\S{${shortestPrefix},40}$`),
    `${shortestPrefix} to 40 characters without blanks`,
  );
  const pattern = text(
    'pattern',
    new RegExp(`^[\\s\\S]{1,${patternLimit}}$`),
    `up to ${patternLimit} characters`,
  );
  if (id === undefined) {
    if (memberOf(item, 'id') === undefined) refuse(item, 'a rule has an "id"');
    return undefined;
  }
  if (taken.has(id)) refuse(item, `"${id}" is taken by another rule`);
  if ((prefix === undefined) === (pattern === undefined)) {
    if (isUsable) refuse(item, 'a rule has either a "prefix" or a "pattern"');
    return undefined;
  }
  const minLength = lengthOf(memberOf(item, 'minLength'), refuse);
  let find: CustomRule['find'] | undefined = prefix === undefined ? undefined : prefixed(prefix, minLength);
  if (pattern !== undefined) {
    const { linearPattern } = await import('./linearPattern');
    const compiled = linearPattern(pattern);
    if (typeof compiled === 'function') find = compiled;
    else refuse(memberOf(item, 'pattern') ?? item, compiled.refused);
  }
  if (!isUsable || find === undefined) return undefined;
  return {
    id,
    title: title ?? id,
    envName: envName ?? id.toUpperCase().replaceAll('-', '_'),
    prefix: prefix ?? '',
    find,
  };
}

/** Characters after the prefix, where the rule does not say. */
const defaultLength = 16;

function lengthOf(node: Node | undefined, refuse: (node: Node, message: string) => void): number {
  const value: unknown = node === undefined ? defaultLength : getNodeValue(node);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 8 && value <= 1000) return value;
  if (node !== undefined) refuse(node, '"minLength" is a whole number from 8 to 1000');
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
