import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { Refusal } from '../model/fix';
import type { Span } from '../text/span';
import { browserRefusal, type Rewriter } from './language';

/** Parents under which a string is not an expression: nothing but a literal may stand there. */
const literalOnly: Readonly<Record<string, string>> = {
  ImportDeclaration: 'The key is part of an import.',
  ExportDeclaration: 'The key is part of an export.',
  LiteralType: 'The key is a type, which has no value at run time.',
  EnumBody: 'An enum member must be a literal.',
  PatternProperty: 'The key is a property name.',
  PropertyType: 'The key is a property name.',
  TaggedTemplateExpression: 'The key is in a tagged template.',
  PrefixCast: 'The literal is asserted to be constant.',
};

const environment = /\b(?:process|Bun|meta)\s*\.\s*env\b|\bDeno\s*\.\s*env\b/;

/**
 * JavaScript and TypeScript through the Lezer grammar: small, pure, and it recovers from errors, so that a
 * file is readable while it is being typed. Tried and dropped: a line lexer, which a regular expression
 * literal such as `/"/` leads astray.
 *
 * @param dialect `jsx` for JavaScript, `ts` for TypeScript.
 */
export function ecmascript(text: string, dialect: 'jsx' | 'ts'): Rewriter {
  const configured = parser.configure({ dialect });
  const tree = configured.parse(text);

  const literalAt = (key: Span): Span | Refusal => {
    const node = tree.resolveInner(key.start, 1);
    if (/Comment$/.test(node.name)) return { refused: 'The key is in a comment. Delete it there.' };
    if (node.name.startsWith('JSX')) return browserRefusal;
    if (node.name !== 'String' && node.name !== 'TemplateString') {
      return { refused: 'The key is not inside a string literal.' };
    }
    if (node.from + 1 !== key.start || node.to - 1 !== key.end) {
      return { refused: 'The key is only a part of this string. Put it into a string of its own first.' };
    }
    if (otherProcess.test(text))
      return { refused: 'The name process means something else in this file. Move the key by hand.' };
    const lineStart = text.lastIndexOf('\n', node.from) + 1;
    const lineEnd = text.indexOf('\n', node.to);
    if (errorsIn(tree, lineStart, lineEnd < 0 ? text.length : lineEnd) > 0)
      return { refused: 'The code on this line could not be read. Mend it first, or move the key by hand.' };
    const refused = refusalFor(node) ?? (breaks(node) ? 'Only a literal may stand here.' : undefined);
    return refused === undefined ? { start: node.from, end: node.to } : { refused };
  };

  /** Whether the text with a lookup in the literal's place has errors that it did not have. */
  const breaks = (node: SyntaxNode): boolean => {
    const change = { fromA: node.from, toA: node.to, fromB: node.from, toB: node.from + trial.length };
    const changed = `${text.slice(0, node.from)}${trial}${text.slice(node.to)}`;
    const parsed = configured.parse(changed, TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]));
    const [from, to] = [Math.max(0, node.from - reach), node.to + reach];
    return errorsIn(parsed, from, to) > errorsIn(tree, from, to);
  };

  const refusalFor = (node: SyntaxNode): string | undefined => {
    const parent = node.parent;
    if (parent === null) return undefined;
    const around = declared(node);
    if (around !== undefined) return around;
    const fixed = literalOnly[parent.name];
    // `export default "…"` is an expression; `export … from "…"` is not.
    if (fixed !== undefined && !isDefaultExport(node)) return fixed;
    if (/^(Property|PropertyDeclaration|MethodDeclaration)$/.test(parent.name) && isName(node)) {
      return 'The key is a property name.';
    }
    if (parent.name === 'BinaryExpression') return binaryRefusal(node, parent);
    if (parent.name === 'AssignmentExpression' && assignsEnvironment(node, parent)) {
      return 'This line sets the environment variable itself. Delete the line and store the key in .env.';
    }
    return hasAncestor(node, 'JSXElement') ? browserRefusal.refused : undefined;
  };

  const binaryRefusal = (node: SyntaxNode, parent: SyntaxNode): string | undefined => {
    const operator = node.nextSibling;
    if (operator?.name === 'as' && operator.nextSibling?.name === 'const') {
      return 'The literal is asserted to be constant.';
    }
    const isFallback = node.prevSibling?.name === 'LogicOp';
    if (isFallback && environment.test(text.slice(parent.from, node.from))) {
      return 'The key is the fallback of an environment lookup. Remove the fallback.';
    }
    return undefined;
  };

  const assignsEnvironment = (node: SyntaxNode, parent: SyntaxNode): boolean =>
    environment.test(text.slice(parent.from, node.from));

  return { literalAt, lookup: (name) => `process.env.${name}`, imports: () => [] };
}

/** `process` declared here, or a parameter; importing it from Node is what it means anyway. */
const otherProcess =
  /\b(?:const|let|var|class|function)\s+process\b(?!\s*=\s*require\(\s*['"](?:node:)?process['"])|\bfunction\b[^(]*\([^)]*\bprocess\b|\([^()]*\bprocess\b[^().]*\)\s*=>|\bas\s+process\b(?!\s*from\s*['"](?:node:)?process)/;

/** What is put in the literal's place to see whether it may stand there, and how far around it errors count. */
const trial = 'process.env.X';
const reach = 500;

function errorsIn(tree: Tree, from: number, to: number): number {
  let count = 0;
  tree.iterate({
    from,
    to,
    enter: ({ type }) => {
      if (type.isError) count++;
    },
  });
  return count;
}

/** A string is a name where `:`, `(`, `=` or a parameter list follows it directly and nothing precedes it. */
const isName = (node: SyntaxNode): boolean =>
  (node.prevSibling === null || /^(async|static|get|set|Star)$/.test(node.prevSibling.name)) &&
  node.nextSibling !== null;

const isDefaultExport = (node: SyntaxNode): boolean =>
  node.parent?.name === 'ExportDeclaration' && node.prevSibling?.name === 'default';

/** Places where nothing runs, however deep the literal is in them. */
function declared(node: SyntaxNode): string | undefined {
  for (let at = node.parent; at !== null; at = at.parent) {
    if (/^(?:ImportDeclaration|ImportGroup|ExportGroup|ImportAttribute|ImportAttributes)$/.test(at.name))
      return 'The key is part of an import or export.';
    if (
      /^(?:AmbientDeclaration|AmbientFunctionDeclaration|NamespaceDeclaration|InterfaceDeclaration|TypeAliasDeclaration|TypeAnnotation|TypeArgList|MappedType|ObjectType|TypeofType|ImportType|EnumBody|EnumDeclaration)$/.test(
        at.name,
      )
    )
      return at.name.startsWith('Enum')
        ? 'An enum member must be a literal.'
        : 'The key is in a declaration or type, which has no value at run time.';
    if (/^(?:Block|ClassBody|FunctionExpression|ArrowFunction)$/.test(at.name)) return undefined;
  }
  return undefined;
}

const hasAncestor = (node: SyntaxNode, name: string): boolean => {
  for (let at = node.parent; at !== null; at = at.parent) if (at.name === name) return true;
  return false;
};
