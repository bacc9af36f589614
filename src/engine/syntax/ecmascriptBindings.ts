import type { Node } from 'web-tree-sitter';
import { enclosing, isField, nodesAt } from './node';

/** Types of nodes that are names of JavaScript and TypeScript. */
export const identifiers: readonly string[] = ['identifier', 'shorthand_property_identifier_pattern'];

/** Where JavaScript gives names a meaning; an import of Node's own `process` does not change it. */
export const bindings = {
  scopes: new Set([
    'statement_block',
    'function_declaration',
    'function_expression',
    'arrow_function',
    'method_definition',
    'for_statement',
    'for_in_statement',
    'catch_clause',
  ]),
  declares: (node: Node): boolean => {
    const { parent } = node;
    switch (parent?.type) {
      case 'variable_declarator':
        return (
          isField(parent, 'name', node) &&
          !/^require\(\s*["'](?:node:)?process["']\s*\)$/.test(parent.childForFieldName('value')?.text ?? '')
        );
      case 'formal_parameters':
      case 'required_parameter':
      case 'optional_parameter':
      case 'array_pattern':
      case 'rest_pattern':
      case 'object_pattern':
        return true;
      case 'pair_pattern':
      case 'arrow_function':
      case 'catch_clause':
        return isField(parent, parent.type === 'pair_pattern' ? 'value' : 'parameter', node);
      case 'function_declaration':
      case 'class_declaration':
        return isField(parent, 'name', node);
      case 'import_clause':
      case 'namespace_import':
      case 'import_specifier':
        return !/["'](?:node:)?process["']/.test(
          enclosing(parent, new Set(['import_statement']))?.childForFieldName('source')?.text ?? '',
        );
      default:
        return false;
    }
  },
};

/** Whether a program gives the name a meaning of its own, wherever. */
export const isBound = (root: Node, name: string): boolean =>
  nodesAt(root, new RegExp(`\\b${name}\\b`, 'g')).some(
    (node) => node.text === name && identifiers.includes(node.type) && bindings.declares(node),
  );
