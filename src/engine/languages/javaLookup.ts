import type { Node } from 'web-tree-sitter';
import { isRebound } from '../syntax/bindings';
import { namedChildren } from '../syntax/node';
import { importsOf } from './javaImports';
import type { Program } from './rewriter';

/** How a lookup is written at one place: short, or in full where the short name means something else. */
export interface JavaNames {
  /** Undefined in the plain style, which requires nothing. */
  readonly objects: string | undefined;
  readonly system: string;
}

export const required = (value: string, name: string, { objects }: JavaNames): string =>
  objects === undefined ? value : `${objects}.requireNonNull(${value}, "${name} is not set")`;

/** What a lookup has to have imported. */
export const needsOf = ({ objects }: JavaNames): readonly string[] =>
  objects === 'Objects' ? ['java.util.Objects'] : [];

export const lookup = (name: string, names: JavaNames): string =>
  required(`${names.system}.getenv("${name}")`, name, names);

/** The names at any place of a program. */
export function namesIn({ root, style }: Program): (at: Node) => JavaNames {
  const imports = importsOf(root).filter(({ isStatic }) => !isStatic);
  return (at) => {
    const choose = (name: string, full: string): string => {
      const isOther = imports.some(({ path }) => path !== full && path.endsWith(`.${name}`));
      return isOther || isBound(root, at, name) ? full : name;
    };
    return {
      objects: style === 'plain' ? undefined : choose('Objects', 'java.util.Objects'),
      system: choose('System', 'java.lang.System'),
    };
  };
}

/** Whether not even the full names can be written. */
export const isShadowed = (root: Node, at: Node, { objects, system }: JavaNames): boolean =>
  (objects?.includes('.') === true || system.includes('.')) && isBound(root, at, 'java');

const isBound = (root: Node, at: Node, name: string): boolean =>
  isRebound(root, at, name, ['identifier', 'type_identifier'], bindings);

const bindings = {
  scopes: new Set([
    'block',
    'class_body',
    'interface_body',
    'enum_body',
    'method_declaration',
    'constructor_declaration',
    'lambda_expression',
    'catch_clause',
    'enhanced_for_statement',
    'for_statement',
    'try_with_resources_statement',
  ]),
  declares: ({ parent, id }: Node): boolean => {
    if (parent === null) return false;
    if (parent.type === 'inferred_parameters' || parent.type === 'type_parameter') return true;
    if (parent.type === 'lambda_expression') return parent.childForFieldName('parameters')?.id === id;
    if (
      /^(?:variable_declarator|formal_parameter|catch_formal_parameter|resource|enhanced_for_statement|instanceof_expression|enum_constant|(?:class|interface|enum|record|annotation_type)_declaration)$/.test(
        parent.type,
      )
    )
      return parent.childForFieldName('name')?.id === id;
    return parent.type === 'type_pattern' && namedChildren(parent).at(-1)?.id === id;
  },
};
