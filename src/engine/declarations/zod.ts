import type { Node } from 'web-tree-sitter';
import { importedAs, propertiesOf, type ScriptFile } from './scriptFile';

const zod = /^zod(?:\/v\d)?$/;

/** What the file calls zod. */
export const zodName = ({ imports }: ScriptFile): string | undefined =>
  importedAs(imports, zod, 'z', 'default', '*');

/** A text that is not empty, unless the others are not asked for that either. */
export function zodString(name: string, object: Node): string {
  const others = [...propertiesOf(object).values()].map(({ text }) => text.replace(/\s/g, ''));
  const isPlain = others.includes(`${name}.string()`) && !others.some((text) => text.includes('.min(1'));
  return `${name}.string()${isPlain ? '' : '.min(1)'}`;
}
