import type { Io } from './io';

/** A line on standard error that counts files, on a terminal only; also lets Ctrl+C through now and then. */
export function progressLine(io: Io): {
  readonly show: (done: number, total: number) => Promise<void> | undefined;
  readonly clear: () => void;
} {
  return {
    show: (done, total) => {
      if (done % 64 !== 0) return undefined;
      if (io.progress) io.err(`\r${done} of ${total} files`);
      return new Promise((resolve) => setImmediate(resolve));
    },
    clear: () => {
      if (io.progress) io.err('\r\u001b[K');
    },
  };
}
