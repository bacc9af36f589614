/** The bytes of a text of ASCII. */
export const bytesOf = (text: string): readonly number[] =>
  Array.from(text, (character) => character.charCodeAt(0));
