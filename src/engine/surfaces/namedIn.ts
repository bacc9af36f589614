import { wordsOf } from '../detectors/credentialNames';
import { type ConfigValue, type Data, dataAt, type Path } from '../formats/configText';
import type { Span } from '../text/span';
import type { SecretPlace } from './surface';

/** A value where a secret may stand, without what announces it. */
export interface NamedValue {
  /** As the file has it: `Authorization`, `API_KEY`. */
  readonly name: string;
  /** What a variable of this value is called: `GITHUB_TOKEN`. */
  readonly variable: string;
  /** Whether the file itself names a variable. */
  readonly isVariable: boolean;
  readonly value: string;
  /** Its characters in the text. */
  readonly span: Span;
}

/** Undefined where nothing names the value, or where it is written with escapes. */
export function namedIn(
  text: string,
  { named, names, variable }: SecretPlace,
  { path: full, value, span }: ConfigValue,
  data: Data | undefined,
): NamedValue | undefined {
  if (named === undefined) return undefined;
  const path = namingPath(full);
  const last = path.at(-1);
  const isPair = named === 'pair' || (named === 'entryOrPair' && typeof last === 'number');
  const pair = isPair ? /^([\w-]+)=(["']?)([^"']+)\2$/.exec(value.trim()) : undefined;
  if (pair === null) return undefined;
  const beside = (name: string): Data | undefined =>
    named === 'sibling' || named === 'beside' ? dataAt(data, [...path.slice(0, -1), name]) : undefined;
  const sibling = beside('name') ?? beside('key') ?? beside('Name') ?? beside('@name') ?? beside('@key');
  const name =
    pair?.[1] ??
    (typeof sibling === 'string'
      ? sibling
      : named === 'path'
        ? path.join('__')
        : String(named === 'owner' ? path.at(-2) : path.findLast((step) => typeof step === 'string')));
  if (names?.test(name) === false) return undefined;
  const isHeader = named === 'header' || named === 'beside';
  const announced = isHeader ? /^(?:Bearer|Basic|Token)\s+(\S.*)$/i.exec(value)?.[1] : undefined;
  const own = pair?.[3] ?? announced ?? value;
  const at = own === '' ? -1 : text.slice(span.start, span.end).lastIndexOf(own);
  if (at < 0) return undefined;
  const start = span.start + at;
  const isVariable = !isHeader && named !== 'setting';
  return {
    name,
    variable: variable?.(name) ?? (isVariable ? name : variableOf(path, name)),
    isVariable: isVariable || variable !== undefined,
    value: own,
    span: { start, end: start + own.length },
  };
}

/** A text of XML is named by its element, without what tells that from others. */
function namingPath(path: Path): Path {
  if (!String(path.at(-1)).startsWith('#text')) return path;
  return [...path.slice(0, -2), String(path.at(-2)).replace(/\[.*$/, '')];
}

/** `mcpServers.github.headers.Authorization` → `GITHUB_TOKEN`; `apiKey` → `API_KEY`. */
export function variableOf(path: Path, last: string): string {
  const own = /^(?:proxy-)?authorization$/i.test(last) ? 'token' : wordsOf(last).replace(/^x /, '');
  const owner = path.slice(0, -1).findLast((step) => typeof step === 'string' && !between.test(step));
  const words = path.length < 3 || owner === undefined ? own : `${wordsOf(String(owner))} ${own}`;
  return words.toUpperCase().replaceAll(' ', '_');
}

/** What stands between whose the value is and its name. */
const between =
  /^(?:headers?|http_headers|env|options|params|with|config|auth|providers?|servers|mcpServers|mcp|requestOptions|request|item|resources|authentication|vars)$/;
