/** How the guard is put into the text of a file that is somebody else's, and taken out again. */
export interface Join {
  /** Whether the guard stands in the text. */
  readonly has: (text: string) => boolean;
  /**
   * The text with the guard, which it does not have yet.
   *
   * @param text undefined where there is no file.
   * @throws GuardError where it cannot be put there so that everything else stays as it is.
   */
  readonly put: (text: string | undefined) => string;
  /**
   * The text as it was before `put`, byte for byte where nothing else has changed; undefined for a file that `put` made.
   *
   * @throws GuardError where it cannot be told apart from what is around it.
   */
  readonly takeOut: (text: string) => string | undefined;
}

/** The line end of a text: that of its first line. */
export const lineEnd = (text: string): '\n' | '\r\n' => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/**
 * The one of some texts from which `put` makes the text that is there: what it gives is what was there before. Without
 * one the first, for others have changed the text since.
 */
export function undone(text: string, candidates: readonly string[], put: Join['put']): string | undefined {
  const isBefore = (candidate: string): boolean => {
    try {
      return put(candidate) === text;
    } catch {
      return false;
    }
  };
  return candidates.find(isBefore) ?? candidates[0];
}
