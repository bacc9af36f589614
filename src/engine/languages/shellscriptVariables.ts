import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { enclosing, nodesWith, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Program, Site } from './rewriter';

/** In a shell the environment's names are the script's own variables: who gives them, and who reads them. */

/** Whether commands read what is assigned: `export X=…`, `declare -x X=…`, `X=… command`, or a later `export X`. */
export function isExported(assignment: Node, name: string): boolean {
  const { parent } = assignment;
  if (parent?.type === 'command') return true;
  const isExport = (declaration: Node): boolean =>
    /^(?:export|(?:declare|typeset)\s+-\w*x)\b/.test(declaration.text);
  if (parent?.type === 'declaration_command') return isExport(parent);
  const root = [...outwards(assignment)].at(-1);
  if (root === undefined) return false;
  return nodesWith(root, new RegExp(`\\b${name}\\b`, 'g'), 'declaration_command').some(
    (declaration) =>
      isExport(declaration) &&
      declaration.namedChildren.some((child) => child?.type === 'variable_name' && child.text === name),
  );
}

/** Whether a variable is given only where it has no value: `[ -z "$X" ] && X=…`, `if [ -z "${X:-}" ]; then X=…`. */
export function isTested(assignment: Node, name: string): boolean {
  const around = enclosing(assignment, new Set(['list', 'if_statement']));
  if (around === undefined) return false;
  const before = around.text.slice(0, assignment.startIndex - around.startIndex);
  return new RegExp(`-z\\s+"?\\$(?:${name}\\b|\\{${name}[:}+-])`).test(before);
}

const functions = new Set(['function_definition']);
/** What is in these may be run again, or later. */
const repeated = new Set([
  'function_definition',
  'while_statement',
  'for_statement',
  'c_style_for_statement',
]);

/** Why a variable cannot be read at a site: the script has given it another value, or has made it local. */
export function takenBefore({ root, text }: Program, site: Site, name: string): Refusal | undefined {
  if (!new RegExp(`\\b${name}\\b`).test(text)) return undefined;
  const at = root.descendantForIndex(site.span.start, site.span.end) ?? root;
  const value = site.keys[0]?.value ?? '';
  const around = [...outwards(at)].filter(({ type }) => repeated.has(type)).at(-1);
  const refused = t('The script gives {0} another value. Give that variable another name first.', name);
  const givers = nodesWith(
    root,
    new RegExp(`\\b${name}\\b`, 'g'),
    'variable_assignment',
    'unset_command',
    'for_statement',
    'command',
  );
  for (const node of givers) {
    if (node === null || !gives(node, name, value)) continue;
    const own = node.startIndex <= site.span.start && node.endIndex >= site.span.end;
    if (own && node.type !== 'for_statement') continue;
    const isLocal =
      node.parent?.type === 'declaration_command' && /^(?:local|declare|typeset)\b/.test(node.parent.text);
    const scope = isLocal ? enclosing(node, functions) : undefined;
    const [from, to] = [scope?.startIndex ?? 0, scope?.endIndex ?? text.length];
    if (site.span.start < from || site.span.start >= to) continue;
    if (node.startIndex < (around === undefined ? site.span.start : around.endIndex)) return { refused };
    if (around !== undefined && functions.has(around.type)) return { refused };
  }
  return undefined;
}

/** Whether a node gives a variable a value that is not the key's own. */
function gives(node: Node, name: string, value: string): boolean {
  switch (node.type) {
    case 'variable_assignment': {
      // Before a command it is for that command alone.
      if (node.childForFieldName('name')?.text !== name || node.parent?.type === 'command') return false;
      const given = node.childForFieldName('value')?.text.replace(/["']/g, '') ?? '';
      const isSame = given === value || given === `$${name}` || new RegExp(`^\\$\\{${name}\\b`).test(given);
      return !isSame;
    }
    case 'for_statement':
      return node.childForFieldName('variable')?.text === name;
    case 'unset_command':
      return node.namedChildren.some((child) => child?.text === name);
    default:
      return (
        /^(?:read|mapfile|readarray|getopts)$/.test(node.childForFieldName('name')?.text ?? '') &&
        node.namedChildren.some((child) => child?.text === name)
      );
  }
}
