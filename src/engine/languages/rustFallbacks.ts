import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import type { LookupStyle } from '../model/settings';
import { enclosing, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import type { Placement } from './rewriteLiterals';
import type { Program } from './rewriter';
import { owningCallAround } from './rustProgram';

/** A variable that is read, up to what is done without it: `env::var("X").ok().unwrap_or_else`. */
const read =
  /((?:(?:::)?std\s*::\s*)?\b(?:env|dotenvy?)\s*::\s*var\(\s*"(\w+)"\s*,?\s*\)|\bvar\(\s*"(\w+)"\s*\))((?:\s*\.\s*(?:ok|as_deref|as_ref)\(\))*)(\s*\.\s*)unwrap_or(?:_else)?$/;
const builtIn = /\b(?:option_)?env!\s*\([^()]*\)\s*(?:\.\s*unwrap_or(?:_else)?)?\s*[({]?\s*$/;
/** A default and nothing else, with the literal left out. */
const alone = /^\(\s*(?:\|[\s_\w]*\|\s*)?\{?\s*(?:String::from\(\s*)?,?\s*$/;
const aloneAfter = /^\s*\)?(?:\.\w+\(\))?\s*\)?\s*\}?\s*,?\s*\)$/;

const otherCode: Refusal = {
  get refused() {
    return t('The key is the default of a variable, with other code around it. Drop the default by hand.');
  },
};
const whileBuilt: Refusal = {
  get refused() {
    return t('This variable is read while the program is built. Read it with std::env::var first.');
  },
};

/** What follows a read: the demand that the variable is set, or an empty string in its place. */
export const missing = (name: string, style: LookupStyle): string =>
  style === 'plain' ? 'unwrap_or_default()' : `expect("${name} is not set")`;

/** The default of a variable goes, and the demand that it is set takes its place. Undefined where there is none. */
export function fallbackPlacement(
  program: Program,
  literal: Node,
  whole: boolean,
): Placement | Refusal | undefined {
  const value = owningCallAround(literal)?.call ?? literal;
  return inCall(program, literal, whole) ?? inMatch(value, whole, program.style);
}

function inCall({ text, style }: Program, literal: Node, whole: boolean): Placement | Refusal | undefined {
  for (
    let given = enclosing(literal, lists);
    given !== undefined;
    given = given.parent === null ? undefined : enclosing(given.parent, lists)
  ) {
    if (given.type === 'block' && given.parent?.type !== 'closure_expression') return undefined;
    if (given.type === 'block') continue;
    const before = text.slice(Math.max(0, given.startIndex - 300), given.startIndex);
    if (builtIn.test(before) && /unwrap_or/.test(before.slice(-20))) return whileBuilt;
    const match = read.exec(before);
    if (match === null) continue;
    const [found, lookup = '', first, second, steps = '', dot = '.'] = match;
    if (!whole) return undefined;
    const isAlone =
      alone.test(text.slice(given.startIndex, literal.startIndex)) &&
      aloneAfter.test(text.slice(literal.endIndex, given.endIndex));
    if (!isAlone) return otherCode;
    const name = first ?? second ?? '';
    const span = { start: given.startIndex - found.length, end: given.endIndex };
    const kept = steps.replace(/\s*\.\s*ok\(\)$/, '');
    return { span, name, wrap: () => `${lookup}${kept}${dot}${missing(name, style)}` };
  }
  return undefined;
}

const lists = new Set(['arguments', 'token_tree', 'block']);

/** `match env::var("X") { Ok(v) => v, Err(_) => "…" }` and `if let Ok(v) = env::var("X") { v } else { "…" }`. */
function inMatch(value: Node, whole: boolean, style: LookupStyle): Placement | Refusal | undefined {
  let at = value;
  while (at.parent?.type === 'block' && namedChildren(at.parent).length === 1) at = at.parent;
  const { parent } = at;
  if (parent?.type === 'match_arm') {
    const match = parent.parent?.parent;
    const scrutinee = match?.childForFieldName('value');
    if (!match || !scrutinee || match.type !== 'match_expression') return undefined;
    if (builtIn.test(scrutinee.text)) return whileBuilt;
    const name = readOf(scrutinee.text);
    if (name === undefined || !whole) return undefined;
    const arms = namedChildren(parent.parent ?? match).filter(({ type }) => type === 'match_arm');
    const other = arms.find(({ id }) => id !== parent.id);
    const bound = /^(?:Ok|Some)\((\w+)\)$/.exec(other?.childForFieldName('pattern')?.text ?? '')?.[1];
    if (arms.length !== 2 || bound === undefined || other?.childForFieldName('value')?.text !== bound)
      return otherCode;
    return demanded(match, scrutinee, name, style);
  }
  if (parent?.type === 'else_clause' && parent.parent?.type === 'if_expression') {
    const branch = parent.parent;
    const condition = branch.childForFieldName('condition');
    const scrutinee = condition?.type === 'let_condition' ? condition.childForFieldName('value') : null;
    if (!scrutinee) return undefined;
    if (builtIn.test(scrutinee.text)) return whileBuilt;
    const name = readOf(scrutinee.text);
    if (name === undefined || !whole) return undefined;
    const bound = /^(?:Ok|Some)\((\w+)\)$/.exec(condition?.childForFieldName('pattern')?.text ?? '')?.[1];
    const taken = branch.childForFieldName('consequence')?.text.replace(/^\{\s*|\s*\}$/g, '');
    if (bound === undefined || taken !== bound) return otherCode;
    return demanded(branch, scrutinee, name, style);
  }
  return undefined;
}

const readOf = (code: string): string | undefined => {
  const match = read.exec(`${code}.unwrap_or`);
  return match?.[0] === `${code}.unwrap_or` ? (match[2] ?? match[3]) : undefined;
};

const demanded = (node: Node, scrutinee: Node, name: string, style: LookupStyle): Placement => ({
  span: { start: node.startIndex, end: node.endIndex },
  name,
  wrap: () => `${scrutinee.text.replace(/\s*\.\s*ok\(\)$/, '')}.${missing(name, style)}`,
});
