/**
 * A line of a language for which VS Code starts no server of its own: two of TypeScript's compete for the processor with
 * what is measured, and their thousands of errors go through the extension host.
 */
export const pythonLine =
  'some_name = compute_something(first_argument, "a text", 12345)  # why it is so, and not else\n';
