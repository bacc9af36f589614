import { SaxesParser } from 'saxes';
import type { TextEdit } from '../text/edit';
import { withLines } from '../text/lines';
import type { Span } from '../text/span';
import type { ConfigText, ConfigValue, Data, Path } from './configText';

/**
 * XML. Read by saxes (ISC, with xmlchars 28 KB), which jsdom reads XML with: it tells where it is at each event, keeps no
 * stack, and expands no entity but the five of XML and numbers, so that a DTD is text and what it defines is an error.
 * @rgrove/parse-xml, half as big, tells no place of an attribute, and of a broken file nothing.
 *
 * A path is `servers`, `server[github]`, `password`, `#text`, or ends in `@value`: an element is told from others of its name
 * by its attribute `name`, `key` or `id`, or by its element `id`, and where that is not enough by its number.
 */
export function xml(text: string): ConfigText {
  const { top, comments, declarations, isBroken } = read(text);
  const values: ConfigValue[] = [];
  const data = told(top, [], values);
  return {
    values: values.sort((a, b) => a.span.start - b.span.start),
    data: isBroken ? undefined : { ...data, '?': declarations },
    comments,
    replacements: (_, part, written) => [{ span: part, newText: escaped(written) }],
    replacement: ({ path, span }, data) => {
      const quote = isAttribute(path) ? (text[span.start] ?? '') : '';
      return { span, newText: quote + escaped(String(data)) + quote };
    },
    removal: (path) => {
      const element = elementAt(top, path);
      return element === undefined || element === top
        ? undefined
        : [{ span: withLines(text, element.span), newText: '' }];
    },
    addition: (): readonly TextEdit[] | undefined => undefined,
  };
}

const isAttribute = (path: Path): boolean => String(path.at(-1)).startsWith('@');

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface Run {
  readonly value: string;
  readonly span: Span;
}

interface Element {
  readonly name: string;
  span: Span;
  readonly attributes: Map<string, Run>;
  /** What stands between its elements and comments, without the blanks around it. */
  readonly texts: Run[];
  readonly children: Element[];
}

interface Read {
  /** Holds the root. */
  readonly top: Element;
  readonly comments: readonly string[];
  /** The document type and processing instructions, wherever they stand. */
  readonly declarations: readonly string[];
  readonly isBroken: boolean;
}

/** Deeper files are none that people write: they are read so far, and not changed. */
const deepest = 200;

/** Up to the first error. */
function read(text: string): Read {
  const parser = new SaxesParser();
  const top = elementOf('', 0);
  const open = [top];
  const comments: string[] = [];
  const declarations: string[] = [];
  /** The end of the markup that was read last. */
  let last = 0;
  let isTooDeep = false;
  parser.on('opentagstart', ({ name }) => {
    const element = elementOf(name, text.lastIndexOf('<', parser.position - 1));
    if (open.length <= deepest) open.at(-1)?.children.push(element);
    else isTooDeep = true;
    open.push(element);
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position;
    const start = text.lastIndexOf(text[end - 1] ?? '', end - 2);
    open.at(-1)?.attributes.set(name, { value, span: { start, end } });
  });
  parser.on('opentag', () => {
    last = parser.position;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    last = parser.position;
    if (element !== undefined) element.span = { start: element.span.start, end: last };
  });
  parser.on('text', (value) => addText(value, last, text.indexOf('<', last)));
  parser.on('cdata', (value) => {
    const end = parser.position;
    addText(value, text.indexOf('[CDATA[', last) + '[CDATA['.length, end - ']]>'.length);
    last = end;
  });
  parser.on('comment', () => {
    const end = parser.position + 1; // it is told before its `>`
    comments.push(text.slice(text.indexOf('<!--', last), end));
    last = end;
  });
  parser.on('processinginstruction', ({ target, body }) => {
    declarations.push(`${target} ${body}`);
    last = parser.position;
  });
  parser.on('doctype', (doctype) => {
    declarations.push(doctype);
    last = parser.position;
  });
  function addText(value: string, from: number, to: number): void {
    const raw = text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = start + raw.trim().length;
    if (start < end) open.at(-1)?.texts.push({ value: value.trim(), span: { start, end } });
  }
  try {
    parser.write(text).close();
    return { top, comments, declarations, isBroken: isTooDeep };
  } catch {
    return { top, comments, declarations, isBroken: true };
  }
}

const elementOf = (name: string, start: number): Element => ({
  name,
  span: { start, end: start },
  attributes: new Map(),
  texts: [],
  children: [],
});

/** What tells an element from others of its name. */
function identityOf({ attributes, children }: Element): string | undefined {
  const own = ['name', 'key', 'id'].map((name) => attributes.get(name)?.value);
  const id = [...own, children.find(({ name }) => name === 'id')?.texts[0]?.value].find(
    (value) => value !== undefined,
  );
  return id !== undefined && /^[\w.-]{1,60}$/.test(id) ? id : undefined;
}

/** With the step of a path that leads to each. */
function stepsTo<T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return [n === 1 ? name : `${name}[${n}]`, item];
  });
}

const childrenOf = ({ children }: Element): readonly (readonly [string, Element])[] =>
  stepsTo(children, (child) => {
    const identity = identityOf(child);
    return identity === undefined ? child.name : `${child.name}[${identity}]`;
  });

const runsOf = ({ attributes, texts }: Element): readonly (readonly [string, Run])[] => [
  ...Array.from(attributes, ([name, run]) => [`@${name}`, run] as const),
  ...stepsTo(texts, () => '#text'),
];

/** What an element says; its values are added to those that are known. */
function told(element: Element, path: Path, values: ConfigValue[]): { readonly [name: string]: Data } {
  const entries: [string, Data][] = [];
  for (const [step, { value, span }] of runsOf(element)) {
    values.push({ path: [...path, step], value, span });
    entries.push([step, value]);
  }
  for (const [step, child] of childrenOf(element)) entries.push([step, told(child, [...path, step], values)]);
  return Object.fromEntries(entries);
}

const elementAt = (top: Element, path: Path): Element | undefined =>
  path.reduce<Element | undefined>(
    (holder, step) => holder && childrenOf(holder).find(([own]) => own === step)?.[1],
    top,
  );
