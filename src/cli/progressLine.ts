import type { Io } from './io';

/** Milliseconds after which other work gets its turn. */
const turn = 20;

/** A line on standard error that counts files, on a terminal only; also lets Ctrl+C through now and then. */
export function progressLine(io: Io): {
  readonly show: (done: number, total: number) => Promise<void> | undefined;
  readonly clear: () => void;
} {
  let last = performance.now();
  return {
    show: (done, total) => {
      if (performance.now() - last < turn) return undefined;
      last = performance.now();
      if (io.progress) io.err(`\r${done} of ${total} files`);
      return new Promise((resolve) => setImmediate(resolve));
    },
    clear: () => {
      if (io.progress) io.err('\r\u001b[K');
    },
  };
}
