import type { Node } from 'web-tree-sitter';
import type { Refusal } from '../model/fix';
import { itemSpan } from '../syntax/listItem';
import { isField, namedChildren } from '../syntax/node';
import { t } from '../text/l10n';
import type { Span } from '../text/span';
import { isVariableName } from './envFallback';
import type { Placement } from './rewriteLiterals';
import type { Program } from './rewriter';

/** Annotations whose texts may hold `${X}`, which the framework reads from the environment (Spring, Micronaut). */
const placeholders =
  /^(?:Value|Property|RequestHeader|RequestParam|CookieValue|SpringBootTest|TestPropertySource|FeignClient)$/;

/** An annotation takes constants. Frameworks that fill placeholders in get one; MicroProfile reads the variable itself. */
export function placeInAnnotation(
  { text }: Program,
  annotation: Node,
  expression: Node,
  keys: readonly Span[],
): Placement | Refusal {
  const name = annotation.childForFieldName('name')?.text.split('.').at(-1) ?? '';
  if (name === 'ConfigProperty') return configProperty(text, annotation, expression);
  if (!placeholders.test(name))
    return {
      refused: t('@{0} takes constants only. Read the key from the environment in code instead.', name),
    };
  const [first] = keys;
  const isSum = expression.type !== 'string_literal';
  if (first === undefined || (isSum && keys.length > 1))
    return { refused: t('The key is put together from pieces. Write it as one string first.') };
  const own = keys.length === 1 ? /\$\{(\w+):$/.exec(text.slice(expression.startIndex, first.start)) : null;
  const isDefault = !isSum && own !== null && text[first.end] === '}';
  if (isDefault && isVariableName(own[1] ?? '') && /[A-Z]/.test(own[1] ?? ''))
    return {
      name: own[1] ?? '',
      wrap: () =>
        text.slice(expression.startIndex, first.start - 1) + text.slice(first.end, expression.endIndex),
    };
  return {
    wrap: (_, names) => {
      if (isSum) return `"\${${names[0] ?? ''}}"`;
      let [result, at] = ['', expression.startIndex];
      keys.forEach(({ start, end }, index) => {
        result += `${text.slice(at, start)}\${${names[index] ?? ''}}`;
        at = end;
      });
      return result + text.slice(at, expression.endIndex);
    },
  };
}

/** `@ConfigProperty(name = "openai.key", defaultValue = "…")` reads OPENAI_KEY by itself: the default goes. */
function configProperty(text: string, annotation: Node, expression: Node): Placement | Refusal {
  const pairs = namedChildren(annotation.childForFieldName('arguments') ?? annotation);
  const given = (key: string): Node | undefined =>
    pairs.find((pair) => pair.childForFieldName('key')?.text === key)?.childForFieldName('value') ??
    undefined;
  const property = /^"([\w.-]+)"$/.exec(given('name')?.text ?? '')?.[1];
  const pair = expression.parent;
  const isDefault =
    pair !== null && isField(pair, 'value', expression) && given('defaultValue')?.id === expression.id;
  if (property === undefined || !isDefault)
    return {
      refused: t('The default of a @ConfigProperty must be a constant. Delete it and set the property.'),
    };
  return {
    span: itemSpan(text, pair),
    name: property.replace(/\W/g, '_').toUpperCase(),
    wrap: () => '',
  };
}
