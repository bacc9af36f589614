import type { Pause } from '../../engine/index';

/** How long the audit may hold the extension host before other work gets its turn, in milliseconds. */
const sliceMs = 10;

/**
 * Gives the event loop back after each slice of work. In Node at its next turn, behind what waits already: `setTimeout`
 * waits for a millisecond or more each time. The browser's worker has no other way.
 *
 * The audit does not run in a thread of its own. It reads what open documents hold, which a thread would have to ask for;
 * a policy's rules are functions, which cannot be sent to it; and it would need a second copy of the engine in memory,
 * and a way of its own in the browser. What a thread would spare is the scan of one large file, which nothing interrupts.
 */
export function pauses(): Pause {
  let turn = performance.now();
  return () => {
    if (performance.now() - turn < sliceMs) return undefined;
    return new Promise((resolve) => {
      nextTurn(() => {
        turn = performance.now();
        resolve();
      });
    });
  };
}

const nextTurn = (callback: () => void): unknown =>
  typeof setImmediate === 'function' ? setImmediate(callback) : setTimeout(callback, 0);
