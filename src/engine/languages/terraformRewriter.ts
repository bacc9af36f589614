import type { Node } from 'web-tree-sitter';
import { children, enclosing, namedChildren, outwards, spanOf } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { withLines } from '../text/lines';
import type { Span } from '../text/span';
import type { Program, RefusedKeys, Rewriter, Site } from './rewriter';

/** Terraform gives a variable the value of `TF_VAR_<its name>`, in exactly this case. */
const prefix = 'TF_VAR_';
const shortOf = (name: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name.toLowerCase();

/**
 * Terraform: `var.openai_api_key` with a block that declares it as sensitive, and the value under `TF_VAR_openai_api_key`. A
 * default and a line of a `.tfvars` file go: both would win over the environment, or stay in the file.
 * https://developer.hashicorp.com/terraform/language/values/variables, read 2026-11-29
 */
export async function terraformRewriter(program: Program): Promise<Rewriter> {
  const { text, root, path, project } = program;
  const isValues = path.toLowerCase().endsWith('.tfvars');
  const beside = (await project.beside('.tf')) ?? [];
  const declared = new Set(
    [text, ...beside.map((file) => file.text)].flatMap((one) =>
      Array.from(one.matchAll(/^\s*variable\s+"([\w-]+)"/gm), ([, name]) => name),
    ),
  );
  return {
    sites: (keys) => keys.map((key) => siteOf(text, root, key, isValues)),
    storedAs: (name) => (name.startsWith(prefix) ? name : prefix + name.toLowerCase()),
    additions: (sites, names) => {
      const wanted = new Set(
        sites.flatMap(({ needs }, index) =>
          needs.includes('variable') ? (names[index] ?? []).map(shortOf) : [],
        ),
      );
      const missing = [...wanted].filter((name) => !declared.has(name));
      if (missing.length === 0) return [];
      const eol = eolOf(text);
      const lead = text === '' || text.endsWith('\n') ? eol : eol + eol;
      const blocks = missing.map((name) =>
        [`variable "${name}" {`, '  type      = string', '  sensitive = true', '}', ''].join(eol),
      );
      return [{ span: { start: text.length, end: text.length }, newText: lead + blocks.join(eol) }];
    },
    notes: [
      t(
        'Terraform reads names that begin with {0} from the environment that it was started in. Start it from a shell that has read the env file: set -a; . ./.env; set +a',
        prefix,
      ),
    ],
  };
}

const strings: ReadonlySet<string> = new Set(['string_lit', 'quoted_template']);

function siteOf(text: string, root: Node, key: Span, isValues: boolean): Site | RefusedKeys {
  const refuse = (refused: string): RefusedKeys => ({ refused, keys: [key] });
  const at = root.descendantForIndex(key.start, Math.min(key.start + 1, key.end));
  if (at === null) return refuse(t('The key is not inside a string literal.'));
  if (enclosing(at, comments) !== undefined) return refuse(t('The key is in a comment. Delete it there.'));
  const string = enclosing(at, strings);
  if (string === undefined) return refuse(t('The key is not inside a string literal.'));
  const content = { start: string.startIndex + 1, end: string.endIndex - 1 };
  const value = text.slice(key.start, key.end);
  if (/[\\]|[$%]\{/.test(value) || key.end > content.end)
    return refuse(t('The literal is written with escapes that Keystow does not read. Move the key by hand.'));
  const isWhole = key.start === content.start && key.end === content.end;
  const attribute = enclosing(string, attributes);
  const isAlone = attribute !== undefined && expressionOf(attribute)?.startIndex === string.startIndex;
  const name = attribute && namedChildren(attribute)[0]?.text;
  const blocks = [...outwards(string)].filter(({ type }) => type === 'block');
  const [block] = blocks;

  if (isValues) {
    if (!isWhole || !isAlone || block !== undefined || attribute?.type !== 'attribute' || name === undefined)
      return refuse(t('Only a variable whose value is nothing but the key is moved out of this file.'));
    return removal(text, spanOf(attribute), key, value, prefix + name, []);
  }
  if (blocks.some((one) => headOf(one) === 'terraform'))
    return refuse(
      t('Terraform reads no variable in this block. Give the value with -backend-config instead.'),
    );
  const fixedName =
    block !== undefined && headOf(block) === 'module' && /^(?:source|version)$/.test(name ?? '');
  if (fixedName || blocks.some((one) => /^(?:lifecycle|output)$/.test(headOf(one) ?? '')))
    return refuse(t('Terraform takes no sensitive variable there. Move the key by hand.'));
  if (block !== undefined && headOf(block) === 'variable') {
    const label = namedChildren(block)[1]?.text.replaceAll('"', '');
    if (name !== 'default' || !isWhole || !isAlone || attribute === undefined || label === undefined)
      return refuse(t('Only a default that is nothing but the key is taken out of a variable.'));
    return removal(text, spanOf(attribute), key, value, prefix + label, sensitive(text, block, attribute));
  }
  return {
    span: isWhole ? spanOf(string) : key,
    keys: [{ key, value }],
    text: ([own = '']) => (isWhole ? `var.${shortOf(own)}` : `\${var.${shortOf(own)}}`),
    also: () => [],
    needs: ['variable'],
  };
}

const comments: ReadonlySet<string> = new Set(['comment']);
const attributes: ReadonlySet<string> = new Set(['attribute', 'object_elem']);

/** `provider` of `provider "openai" { … }`. */
const headOf = (block: Node): string | undefined => namedChildren(block)[0]?.text;

const expressionOf = (attribute: Node): Node | undefined =>
  children(attribute).findLast(({ type }) => type === 'expression');

/** The lines of an attribute go, or what is written in their place. */
function removal(
  text: string,
  attribute: Span,
  key: Span,
  value: string,
  name: string,
  instead: readonly string[],
): Site {
  const lines = withLines(text, attribute);
  const indent = /^[ \t]*/.exec(text.slice(lines.start))?.[0] ?? '';
  const eol = eolOf(text);
  const isAligned = lines.start === 0 || text[lines.start - 1] === '\n';
  return {
    // What stands behind it on its line, such as a comment, stays behind what comes.
    span: isAligned || instead.length === 0 ? lines : attribute,
    keys: [{ key, value, name }],
    text: () => (isAligned ? instead.map((line) => indent + line + eol).join('') : instead.join(' ')),
    also: (): readonly TextEdit[] => [],
    needs: [],
  };
}

/** What a variable says that holds a secret, where it does not say so yet. */
function sensitive(text: string, block: Node, attribute: Node): readonly string[] {
  if (/^\s*sensitive\s*=/m.test(block.text)) return [];
  // As the names of the block are aligned.
  const width = text.slice(attribute.startIndex, attribute.endIndex).indexOf('=');
  return [`${'sensitive '.padEnd(width)}= true`];
}
