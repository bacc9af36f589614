/** Puts a message into the language of whoever reads it; `{0}`, `{1}` in it are the arguments. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

const english: Translate = (message, ...args) =>
  args.length === 0
    ? message
    : message.replace(/\{(\d+)\}/g, (whole, index: string) => `${args[Number(index)] ?? whole}`);

let translate = english;

/**
 * A message as a person reads it: English, or what the editor makes of it. The message is a literal, which
 * `npm run docs` collects for translators, and what differs from one time to the next is an argument. Only inside of
 * functions: when a module is loaded, the language is not known yet.
 */
export const t: Translate = (message, ...args) => translate(message, ...args);

/** From now on `t` answers in another language; without an argument in English again. */
export function translateWith(other: Translate = english): void {
  translate = other;
}

/** What is made for programs, for logs and for models, in English whatever is set. Not for what waits: others go on meanwhile. */
export function inEnglish<T>(make: () => T): T {
  const before = translate;
  translate = english;
  try {
    return make();
  } finally {
    translate = before;
  }
}

/**
 * The same for words of a list that is made when its module is loaded, such as the titles of rules: `npm run docs`
 * collects these from the list.
 */
export const said = (listed: string): string => translate(listed);
