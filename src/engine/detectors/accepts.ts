/** Whether a body is that of a key of a kind; and what lengths it may have, which is asked before a body is read at all. */
export interface Accepts {
  (body: string): boolean;
  readonly min?: number;
  readonly max?: number;
  /** What decides, where it is an expression. */
  readonly pattern?: RegExp;
  /** All of these decide. */
  readonly parts?: readonly Accepts[];
  /** One of these decides. */
  readonly either?: readonly Accepts[];
}

/** Accepts a body of `min` to `max` characters. */
export const length = (min: number, max = min): Accepts =>
  Object.assign((body: string): boolean => body.length >= min && body.length <= max, { min, max });

/** Accepts what an expression finds something in. */
export const matching = (pattern: RegExp): Accepts =>
  Object.assign((body: string): boolean => pattern.test(body), { pattern });

/** Accepts what all of them accept, asked in order. */
export const allOf = (...parts: readonly Accepts[]): Accepts =>
  Object.assign((body: string): boolean => parts.every((accepts) => accepts(body)), { parts });

/** Accepts what one of them accepts, asked in order. */
export const anyOf = (...either: readonly Accepts[]): Accepts =>
  Object.assign((body: string): boolean => either.some((accepts) => accepts(body)), { either });

/** Digits, capitals and small letters all occur, as they do in no word, name or hash: asked where the mark is short. */
export const isMixed = (body: string): boolean => /\d/.test(body) && /[A-Z]/.test(body) && /[a-z]/.test(body);

/** A UUID in lower case. */
export const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = matching(uuidShape);
