import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { unescapeCommon } from '../syntax/escapes';
import { children, descendants, enclosing, isField, namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { indentOf, insert, insertLine, lineEnd, lineStart } from '../text/lines';
import { withoutArgument } from './goArguments';
import { type Helper, helperFor, helperName, insertHelper } from './goHelper';
import { type LiteralRules, type Placement, rewriteLiterals } from './rewriteLiterals';
import type { Program, Rewriter } from './rewriter';

/**
 * Go: `os.Getenv("X")`; a constant becomes a variable, and `os` is imported where it sorts. Where the style is to fail
 * fast, a helper that panics reads the variable, if the package has one or may get one.
 */
export async function goRewriter(program: Program): Promise<Rewriter> {
  const helper = program.style === 'failFast' ? await helperFor(program) : undefined;
  const reader = readerOf(helper);
  const rules = rulesOf(program, reader);
  return {
    sites: (keys) => rewriteLiterals(program, rules, keys),
    withoutArgument: (key) => withoutArgument(program, key),
    additions: (sites) => {
      const needs = new Set(sites.flatMap((site) => site.needs));
      return [
        ...(needs.has('os') ? importOs(program) : []),
        ...(helper?.kind === 'inserted' && needs.has(helperName) ? [insertHelper(program)] : []),
      ];
    },
    notes: helper?.kind === 'impossible' ? [helper.why] : [],
  };
}

interface Reader {
  readonly lookup: (name: string) => string;
  /** The names that it needs to mean what they mean. */
  readonly uses: readonly string[];
}

function readerOf(helper: Helper | undefined): Reader {
  if (helper === undefined || helper.kind === 'impossible')
    return { lookup: (name) => `os.Getenv("${name}")`, uses: ['os'] };
  const lookup = (name: string): string => `${helperName}("${name}")`;
  return { lookup, uses: helper.kind === 'inserted' ? ['os', helperName] : [helperName] };
}

/** Around these an expression with an operator needs brackets. */
const tight = new Set(['binary_expression', 'index_expression', 'selector_expression', 'slice_expression']);

function rulesOf({ root, text }: Program, { lookup, uses }: Reader): LiteralRules {
  return {
    comments: new Set(['comment']),
    strings: new Set(['interpreted_string_literal', 'raw_string_literal']),
    needs: uses,
    literal: (node) => ({ node, content: { start: node.startIndex + 1, end: node.endIndex - 1 } }),
    joined: (node) => {
      const isSum = node.type === 'binary_expression' && node.childForFieldName('operator')?.type === '+';
      return isSum || node.type === 'parenthesized_expression' ? namedChildren(node) : undefined;
    },
    lookup,
    unescape: (raw, { node }) => (node.type === 'raw_string_literal' ? raw : unescapeCommon(raw)),
    embed: (parts, { node }) => {
      const quote = text[node.startIndex] ?? '"';
      const pieces = parts.map((part) => ('raw' in part ? quote + part.raw + quote : lookup(part.lookup)));
      const joined = pieces.join(' + ');
      return tight.has(node.parent?.type ?? '') ? `(${joined})` : joined;
    },
    place: (expression) => {
      const types = ['identifier', 'package_identifier'];
      const rebound = uses.find((name) => isRebound(root, expression, name, types, bindings));
      if (rebound !== undefined)
        return { refused: t('The name {0} means something else here. Move the key by hand.', rebound) };
      if (enclosing(expression, new Set(['import_spec'])))
        return { refused: t('The key is part of an import.') };
      if (isField(expression.parent, 'tag', expression))
        return { refused: t('The key is in a tag, which must be a literal.') };
      const around = enclosing(expression, new Set(['const_spec', 'block']));
      return around?.type === 'const_spec' ? constant(root, text, around) : {};
    },
  };
}

const bindings = {
  scopes: new Set(['block', 'function_declaration', 'method_declaration', 'func_literal', 'expression_case']),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null) return false;
    if (parent.type === 'import_spec') return !/"os"$/.test(parent.text);
    if (/^(?:parameter_declaration|var_spec|const_spec|function_declaration|type_spec)$/.test(parent.type))
      return parent.childrenForFieldName('name').some((name) => name?.id === id);
    const list = parent.type === 'expression_list' ? parent : undefined;
    return (
      list !== undefined &&
      /^(?:short_var_declaration|range_clause)$/.test(list.parent?.type ?? '') &&
      isField(list.parent, 'left', list)
    );
  },
};

/** `const x = "…"` becomes `var x = os.Getenv("X")`; out of a group with others it is taken, to stand before it. */
function constant(root: Node, text: string, spec: Node): Placement | { readonly refused: string } {
  const declaration = spec.parent;
  const keyword = declaration === null ? undefined : children(declaration)[0];
  if (declaration === null || keyword?.type !== 'const')
    return { refused: t('The key is part of a constant.') };
  const names = spec.childrenForFieldName('name').filter((name) => name?.type === 'identifier');
  const used = names.find((name) => name !== null && isUsedInConstants(root, spec, name.text));
  if (used) return { refused: t('{0} is part of another constant. Move the key by hand.', used.text) };
  const specs = namedChildren(declaration).filter(({ type }) => type === 'const_spec');
  const isText = (one: Node): boolean => /^[^=\n]*=\s*(?:"[^"\n]*"|`[^`\n]*`)$/.test(one.text);
  const inVariables = specs.every((one) => one.id === spec.id || isText(one));
  const others = specs.filter((one) => one.id !== spec.id);
  const constants = others.flatMap((one) => one.childrenForFieldName('name'));
  if (inVariables && !constants.some((name) => name && isUsedInConstants(root, spec, name.text)))
    return {
      also: () => [{ span: { start: keyword.startIndex, end: keyword.endIndex }, newText: 'var' }],
    };
  const after = specs[specs.findIndex((one) => one.id === spec.id) + 1];
  if (names.length !== 1 || after?.childForFieldName('value') === null || /\biota\b/.test(declaration.text))
    return { refused: t('The constant is one of a counted group. Take it out of the group first.') };
  const eol = eolOf(text);
  const value = spec.childForFieldName('value');
  const head = text.slice(spec.startIndex, value?.startIndex).replace(/[ \t]+/g, ' ');
  return {
    span: { start: lineStart(text, spec.startIndex), end: lineEnd(text, spec.endIndex) },
    wrap: () => '',
    also: (code) => [
      insert(
        lineStart(text, declaration.startIndex),
        `${indentOf(text, declaration.startIndex)}var ${head}${code}${eol}${eol}`,
      ),
    ],
  };
}

/** Whether another constant is made of this one. */
const isUsedInConstants = (root: Node, spec: Node, name: string): boolean =>
  descendants(root, 'const_spec').some(
    (other) =>
      other !== null &&
      other.id !== spec.id &&
      (other.childForFieldName('value')?.descendantsOfType('identifier') ?? []).some(
        (used) => used?.text === name,
      ),
  );

/** `"os"` among the imports, where it sorts; nothing where it is imported under its own name. */
function importOs({ root, text }: Program): readonly TextEdit[] {
  const specs = descendants(root, 'import_spec').filter((spec) => spec !== null);
  if (specs.some((spec) => spec.text === '"os"')) return [];
  const eol = eolOf(text);
  const list = descendants(root, 'import_spec_list')[0];
  if (list) {
    // The first run of lines without an empty one between them holds the standard library.
    const block: Node[] = [];
    for (const spec of namedChildren(list).filter(({ type }) => type === 'import_spec')) {
      const previous = block.at(-1);
      if (previous !== undefined && spec.startPosition.row > previous.endPosition.row + 1) break;
      block.push(spec);
    }
    const following = block.find((spec) => (spec.childForFieldName('path')?.text ?? '') > '"os"');
    if (following !== undefined)
      return [
        insert(lineStart(text, following.startIndex), `${indentOf(text, following.startIndex)}"os"${eol}`),
      ];
    const last = block.at(-1);
    if (last !== undefined)
      return [insertLine(text, last.endIndex, `${indentOf(text, last.startIndex)}"os"`, eol)];
    return [insert(list.startIndex + 1, `${eol}\t"os"${eol}`)];
  }
  const declarations = namedChildren(root).filter(({ type }) => type === 'import_declaration');
  const [only, ...others] = declarations;
  const [spec] = specs;
  if (only !== undefined && spec !== undefined && others.length === 0 && spec.text !== '"C"') {
    const isFirst = (spec.childForFieldName('path')?.text ?? '') > '"os"';
    const before = isFirst ? `\t"os"${eol}\t` : '\t';
    return [
      insert(spec.startIndex, `(${eol}${before}`),
      insertLine(text, only.endIndex, isFirst ? ')' : `\t"os"${eol})`, eol),
    ];
  }
  const following = declarations.find(
    (one) => (specs.find((s) => s.parent?.id === one.id)?.childForFieldName('path')?.text ?? '') > '"os"',
  );
  if (following !== undefined) return [insert(lineStart(text, following.startIndex), `import "os"${eol}`)];
  const last = declarations.at(-1);
  if (last !== undefined) return [insertLine(text, last.endIndex, 'import "os"', eol)];
  const clause = namedChildren(root).find(({ type }) => type === 'package_clause');
  if (clause === undefined) return [insert(0, `import "os"${eol}${eol}`)];
  return [insertLine(text, clause.endIndex, `${eol}import "os"`, eol)];
}
