import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a suite ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed: the test's name and the error, each as it is shown. */
  readonly failures: readonly string[];
}

/** A loopback endpoint to which a suite inside VS Code reports: console output does not reach us from every host. */
export interface Bridge {
  readonly url: string;
  /** Settles with the suite's own counts. */
  readonly done: Promise<Counts>;
  /** When the suite last said something, in the milliseconds of `performance.now()`, and its last line. */
  readonly last: { at: number; line: string };
  close(): void;
}

/** Messages: `{ line }` is printed as it comes, `{ counts }` ends the suite. */
export async function openBridge(print: (line: string) => void): Promise<Bridge> {
  let finish: (counts: Counts) => void = () => {};
  const done = new Promise<Counts>((resolve) => {
    finish = resolve;
  });
  const last = { at: performance.now(), line: '' };
  const path = `/${randomBytes(12).toString('hex')}`;
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      response.setHeader('Access-Control-Allow-Origin', '*'); // a suite in the browser has another origin
      response.statusCode = request.url === path ? 200 : 404;
      response.end();
      if (request.url !== path) return;
      const message = JSON.parse(body) as { line?: string; counts?: Counts };
      last.at = performance.now();
      if (message.line !== undefined) {
        last.line = message.line;
        print(message.line);
      }
      if (message.counts !== undefined) finish(message.counts);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    done,
    last,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
