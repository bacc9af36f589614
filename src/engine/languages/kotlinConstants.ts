import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { namedChildren, nodesAt, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Placement } from './rewriteLiterals';

/** A `const val` becomes a `val`, unless something needs it as a constant or reads it before it is set. */
export function constantPlacement(root: Node, text: string, property: Node | null): Placement | Refusal {
  const word = property === null ? undefined : constOf(property);
  if (property === null || word === undefined) return {};
  const name = nameOf(property);
  if (!/^\w+$/.test(name)) return { refused: t('The constant has an unusual name. Move the key by hand.') };
  for (const used of nodesAt(root, new RegExp(`\\b${name}\\b`, 'g'))) {
    for (const around of outwards(used)) {
      if (around.id === property.id) break;
      if (isAnnotation(around))
        return {
          refused: t(
            '{0} is used in an annotation, which takes constants alone. Move the key by hand.',
            name,
          ),
        };
      if (around.type === 'property_declaration' && constOf(around) !== undefined)
        return { refused: t('{0} is a constant made of {1}. Move the key by hand.', nameOf(around), name) };
      const isAbove = around.parent?.id === property.parent?.id && around.startIndex < property.startIndex;
      if (isAbove && /^(?:property_declaration|anonymous_initializer)$/.test(around.type))
        return {
          refused: t(
            'What stands above {0} reads it before it is set. Move it to the top, then move the key.',
            name,
          ),
        };
    }
  }
  const blanks = /^\s*/.exec(text.slice(word.endIndex))?.[0].length ?? 0;
  return { also: () => [{ span: { start: word.startIndex, end: word.endIndex + blanks }, newText: '' }] };
}

/** An annotation, or the class of one: its defaults are constants. */
const isAnnotation = (node: Node): boolean =>
  /^(?:file_)?annotation$/.test(node.type) ||
  (node.type === 'class_declaration' && /^(?:\w+\s+)*annotation\s+class\b/.test(node.text));

const constOf = (property: Node): Node | undefined =>
  namedChildren(property)
    .filter(({ type }) => type === 'modifiers')
    .flatMap(namedChildren)
    .find((modifier) => modifier.text === 'const');

const nameOf = (property: Node): string =>
  namedChildren(property)
    .find(({ type }) => type === 'variable_declaration')
    ?.namedChild(0)?.text ?? '';
