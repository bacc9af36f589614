/** Comments and directives that may stand before a directive. Each alternative begins differently: linear. */
const prologue =
  /^(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|(?:"use (?!client)[\w -]*"|'use (?!client)[\w -]*');?)*(?:"use client"|'use client')/;

/** Whether a module says with the directive `'use client'` that it runs in the browser. */
export const usesClient = (text: string): boolean =>
  prologue.test(text.slice(0, 4000).replace(/^\uFEFF|^#![^\n]*/, ''));

/** What only a page or a worker has, and what a bundler puts in for one. */
const pageOnly =
  /\bdocument\.(?:title|body|head|cookie|getElement|querySelector|createElement|addEventListener)|\bwindow\.(?:location|document|addEventListener|localStorage|history)|\b(?:local|session)Storage\.|\bimportScripts\(|\bimport\.meta\.env\b|\bself\.addEventListener\(/;

/** Elements in JavaScript; what looks like one in TypeScript is a type. */
const elements = /\breturn\s*\(?\s*<[A-Za-z][\w.]*[\s/>]/;

/** Whether a module of a language that runs on both sides runs in the browser: by its directive, or by what it uses. */
export const runsInBrowser = (text: string): boolean => usesClient(text) || pageOnly.test(text);

/** The same for JavaScript, which may hold elements. */
export const scriptRunsInBrowser = (text: string): boolean => runsInBrowser(text) || elements.test(text);
