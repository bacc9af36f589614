import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Severity } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import type { Acceptance } from '../model/policy';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { acceptanceNames } from './acceptances';

/** A finding to accept, as the policy has it. */
export type NewAcceptance = Omit<Acceptance, 'at' | 'value'> & { readonly fingerprint: string };

/** The project's salt in the text of a policy file; undefined where it names none, or is no JSON object. */
export function saltIn(text: string): string | undefined {
  const root = rootOf(text);
  const salt: unknown = isRefusal(root) ? undefined : valueAt(root.node, 'salt')?.value;
  return typeof salt === 'string' ? salt : undefined;
}

/**
 * The text of a policy file with accepted findings added, and the project's salt where it has none; everything else
 * stays as it is, byte for byte. An empty text becomes a policy. Refused where the text is no JSON object: nothing is
 * written over what somebody is still writing.
 */
export function accepting(
  text: string,
  salt: string | undefined,
  accepted: readonly NewAcceptance[],
): string | Refusal {
  let result = salt === undefined ? text : ensured(text, 'salt', salt);
  for (const one of accepted) {
    if (typeof result !== 'string') return result;
    const ordered = acceptanceNames.flatMap((name) => (one[name] === undefined ? [] : [[name, one[name]]]));
    result = appended(result, ['accepted'], 'array', Object.fromEntries(ordered));
  }
  return result;
}

/** The same with the severity of a rule, everywhere or in the files of a glob. */
export function settingSeverity(
  text: string,
  rule: string,
  severity: Severity | 'off',
  where: { readonly path?: string; readonly reason?: string } = {},
): string | Refusal {
  if (where.path !== undefined) {
    const { path, reason } = where;
    const override = { path, severity: { [rule]: severity }, ...(reason === undefined ? {} : { reason }) };
    return appended(text, ['overrides'], 'array', override);
  }
  const root = rootOf(text);
  const there = isRefusal(root) ? undefined : valueAt(root.node, 'severity', rule);
  return there === undefined
    ? appended(text, ['severity'], 'object', severity, rule)
    : applyEdits(text, [
        { span: { start: there.offset, end: endOf(there) }, newText: JSON.stringify(severity) },
      ]);
}

const endOf = ({ offset, length }: Node): number => offset + length;

const valueAt = (node: Node | undefined, ...names: readonly string[]): Node | undefined =>
  names.reduce<Node | undefined>(
    (at, name) => at?.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1],
    node,
  );

interface Root {
  readonly text: string;
  readonly node: Node;
}

function rootOf(text: string): Root | Refusal {
  const whole = text.trim() === '' ? `{}${eolOf(text)}` : text;
  const errors: ParseError[] = [];
  const node = parseTree(whole, errors, { allowTrailingComma: true });
  if (errors.length > 0 || node?.type !== 'object')
    return { refused: t('The policy is no JSON object. Mend it first.') };
  return { text: whole, node };
}

/** The text with a member that it may have already. */
function ensured(text: string, name: string, value: string): string | Refusal {
  const root = rootOf(text);
  if (isRefusal(root)) return root;
  return valueAt(root.node, name) === undefined ? withItem(root.text, root.node, value, name) : root.text;
}

/** The text with something more in one of the policy's lists or objects, which is made where there is none. */
function appended(
  text: string,
  [name]: readonly [string],
  type: 'array' | 'object',
  value: unknown,
  key?: string,
): string | Refusal {
  const root = rootOf(text);
  if (isRefusal(root)) return root;
  const list = valueAt(root.node, name);
  if (list === undefined)
    return withItem(root.text, root.node, key === undefined ? [value] : { [key]: value }, name);
  if (list.type !== type) return { refused: t('"{0}" of the policy is no {1}. Mend it first.', name, type) };
  return withItem(root.text, list, value, key);
}

/** A list or an object with one more at its end, on a line of its own. */
function withItem(text: string, container: Node, value: unknown, key?: string): string {
  const eol = eolOf(text);
  const last = container.children?.at(-1);
  const unit = /^([ \t]+)["/]/m.exec(text)?.[1] ?? '  ';
  const outer = indentAt(text, container.offset);
  const indent = last !== undefined && startsLine(text, last) ? indentAt(text, last.offset) : outer + unit;
  const json = JSON.stringify(value, undefined, unit).replaceAll('\n', eol + indent);
  const item = `${eol}${indent}${key === undefined ? '' : `${JSON.stringify(key)}: `}${json}`;
  const end = endOf(container) - 1;
  const edits: TextEdit[] = [];
  const insert = (at: number, newText: string): number =>
    edits.push({ span: { start: at, end: at }, newText });
  if (last === undefined) {
    const inside = text.slice(container.offset + 1, end);
    const start = container.offset + 1 + inside.trimEnd().length;
    const isOnLines = inside.includes('\n');
    return applyEdits(text, [
      { span: { start, end: isOnLines ? start : end }, newText: item + (isOnLines ? '' : eol + outer) },
    ]);
  }
  // What is said of the last one, behind it, stays behind it.
  const tail = text.slice(endOf(last), end);
  const behind = remarks.exec(tail)?.[0];
  const hasComma = tail.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, '').includes(',');
  if (!hasComma) insert(endOf(last), ',');
  if (behind !== undefined) insert(endOf(last) + behind.length, item + (hasComma ? ',' : ''));
  else insert(hasComma ? endOf(last) + tail.indexOf(',') + 1 : endOf(last), item + eol + outer);
  return applyEdits(text, edits);
}

/** Up to the end of a line: commas and comments. */
const remarks = /^(?:[ \t,]|\/\*(?:[^*\r\n]|\*(?!\/))*\*\/)*(?:\/\/[^\r\n]*)?(?=\r?\n)/;

const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const indentAt = (text: string, at: number): string =>
  /^[ \t]*/.exec(text.slice(lineOf(text, at), at))?.[0] ?? '';
const startsLine = (text: string, { offset }: Node): boolean =>
  text.slice(lineOf(text, offset), offset).trim() === '';
