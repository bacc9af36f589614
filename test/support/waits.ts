/** What tests wait for now, and an end to each. */
const waiting = new Map<object, { what(): string; end(): void }>();

/** Says that something is waited for, until what it returns is called; `what` is asked at a timeout, `end` lets go of what would still answer. */
export function waitingFor(what: () => string, end: () => void): () => void {
  const key = {};
  waiting.set(key, { what, end });
  return () => {
    waiting.delete(key);
    end();
  };
}

/** What a test waits for, which a timeout's own message does not say. */
export const waits = (): readonly string[] => [...waiting.values()].map(({ what }) => `waits for: ${what()}`);

/** Ends what a test that has timed out still waits for, so that it takes nothing from the next one. */
export function endWaits(): void {
  for (const { end } of waiting.values()) end();
  waiting.clear();
}
