import type { Io } from './io';

/** Connects a command with this process: streams, signals, the current folder. */
export function processIo(): Io {
  const cancel = { cancelled: false };
  process.on('SIGINT', () => {
    cancel.cancelled = true;
    setTimeout(() => process.exit(130), 500).unref(); // whatever is still going on, a second is the limit
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error; // the reader has gone, as with `| head`
    process.exit(2);
  });
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin: () => readAll(process.stdin),
    cwd: process.cwd(),
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    progress: process.stderr.isTTY === true,
    cancel,
  };
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
