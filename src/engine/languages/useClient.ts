/** Comments and directives that may stand before a directive. Each alternative begins differently: linear. */
const prologue =
  /^(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?:"use (?!client)[\w -]*"|'use (?!client)[\w -]*');?)*(?:"use client"|'use client')/;

/** Whether a module says with the directive `'use client'` that it runs in the browser. */
export const usesClient = (text: string): boolean =>
  prologue.test(text.slice(0, 4000).replace(/^\uFEFF|^#![^\n]*/, ''));
