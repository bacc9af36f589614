import type { Node } from 'web-tree-sitter';
import { addItems } from '../syntax/addItems';
import type { TextEdit } from '../text/edit';
import { propertiesOf } from './scriptFile';

/** Objects of a file in which a variable is a property. */
export interface Schema {
  /** The first declares the variable; it is added to the others where they list it too. */
  readonly lists: readonly SchemaList[];
  /** Objects whose variables the browser gets as well. */
  readonly shared: readonly Node[];
  /** Imports that the code of a new variable relies on. */
  readonly needs: readonly TextEdit[];
}

export interface SchemaList {
  readonly object: Node;
  /** `X: z.string()` */
  readonly code: (name: string) => string;
}

/** The declaration of a variable, where there is one. */
export const declared = ({ lists }: Schema, name: string): Node | undefined =>
  lists[0] && propertiesOf(lists[0].object).get(name);

/** Whether the browser gets the variable. */
export const isShared = ({ shared }: Schema, name: string): boolean =>
  shared.some((object) => propertiesOf(object).has(name));

/** What declares the variables that are missing. */
export function declareIn(text: string, schema: Schema, names: readonly string[]): readonly TextEdit[] {
  const missing = [...new Set(names)].filter((name) => declared(schema, name) === undefined);
  if (missing.length === 0) return [];
  return [
    ...schema.needs,
    ...schema.lists.flatMap(({ object, code }) => {
      const there = propertiesOf(object);
      return addItems(
        text,
        object,
        missing.filter((name) => !there.has(name)).map((name) => code(name)),
      );
    }),
  ];
}
