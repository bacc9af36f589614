import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { namedChildren, nodesAt, outwards } from '../syntax/node';
import { t } from '../text/l10n';
import type { Placement } from './rewriteLiterals';

/** A value of the type String: no constant that the compiler needs, nor one that is read before it is set. */
export function definitionPlacement(root: Node, expression: Node): Placement | Refusal {
  const own = expression.parent;
  const type = own?.childForFieldName('type')?.text ?? 'String';
  if (own === null || !/^(?:(?:java\.lang\.)?String|Any|AnyRef|CharSequence)$/.test(type))
    return { refused: t('The key is given to a {0}, not to a String. Move it by hand.', type) };
  const modifiers = namedChildren(own).find((one) => one.type === 'modifiers')?.text ?? '';
  if (/\binline\b/.test(modifiers))
    return {
      refused: t('An inline value is one that the compiler knows. Take away inline, then move the key.'),
    };
  const name = own.childForFieldName('pattern')?.text ?? '';
  if (!/\bfinal\b/.test(modifiers) || !/^\w+$/.test(name)) return {};
  for (const used of nodesAt(root, new RegExp(`\\b${name}\\b`, 'g'))) {
    for (const around of outwards(used)) {
      if (around.type === 'annotation')
        return {
          refused: t(
            '{0} is used in an annotation, which takes constants alone. Move the key by hand.',
            name,
          ),
        };
      if (around.parent?.id !== own.parent?.id || around.startIndex >= own.startIndex) continue;
      if (/^va[lr]_definition$/.test(around.type))
        return {
          refused: t(
            'What stands above {0} reads it before it is set. Move it to the top, then move the key.',
            name,
          ),
        };
    }
  }
  return {};
}
