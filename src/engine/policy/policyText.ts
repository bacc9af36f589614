import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Placed, PolicyProblem } from '../model/policy';
import { t } from '../text/l10n';
import { SourceText } from '../text/sourceText';

/** The text of a policy while it is read: what stands in it, and what is wrong. A value is never repeated: it may be a key. */
export class PolicyText {
  readonly problems: PolicyProblem[] = [];
  readonly root: Node | undefined;
  readonly #source: SourceText;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#source = new SourceText(text);
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const { error, offset } of errors)
      this.#problem(offset, t('not JSON: {0}', printParseErrorCode(error)));
    if (errors.length > 0 || root === undefined) return;
    if (root.type === 'object') this.root = root;
    else this.problem(root, t('the policy is an object'));
  }

  problem(node: Node, message: string): void {
    this.#problem(node.offset, message);
  }

  at(node: Node): string {
    return `${this.file}:${this.#source.positionAt(node.offset).line + 1}`;
  }

  placed<T>(node: Node, value: T): Placed<T> {
    return { value, at: this.at(node) };
  }

  /** The members of an object; one that is not known, or is there twice, is a problem. */
  members(object: Node, known: readonly string[]): ReadonlyMap<string, Node> {
    const members = new Map<string, Node>();
    for (const { children: [key, value] = [] } of object.children ?? []) {
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (!known.includes(name)) this.problem(key, t('unknown name; known are {0}', known.join(', ')));
      else if (members.has(name)) this.problem(key, t('"{0}" is there twice', name));
      else members.set(name, value);
    }
    return members;
  }

  member(object: Node, name: string): Node | undefined {
    return object.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
  }

  /** The items of an array, or nothing and a problem. */
  items(node: Node | undefined, name: string): readonly Node[] {
    if (node === undefined) return [];
    if (node.type === 'array') return node.children ?? [];
    this.problem(node, t('"{0}" is an array', name));
    return [];
  }

  /** The objects of an array; what is none is a problem. */
  objects(node: Node | undefined, name: string, item: string): readonly Node[] {
    return this.items(node, name).filter((one) => {
      if (one.type !== 'object') this.problem(one, t('{0} is an object', item));
      return one.type === 'object';
    });
  }

  /** A text that fits, or undefined; one that does not fit is a problem, in which `form` says what does. */
  text(
    node: Node | undefined,
    name: string,
    fits: (text: string) => boolean,
    form: string,
  ): string | undefined {
    if (node === undefined) return undefined;
    const value: unknown = getNodeValue(node);
    if (typeof value === 'string' && fits(value)) return value;
    this.problem(node, t('"{0}" is {1}', name, form));
    return undefined;
  }

  #problem(offset: number, message: string): void {
    const { line, character } = this.#source.positionAt(offset);
    this.problems.push({ file: this.file, line: line + 1, column: character + 1, message });
  }
}
