/**
 * Work that may be left for a while after each step, where others wait for the same thread. Nothing comes of it before
 * the last.
 */
export type Steps<T> = Generator<undefined, T>;

/** What comes of it, all steps at once. */
export function completed<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
