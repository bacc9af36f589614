import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Addresses, headers and bodies of what is asked of a server on loopback, which answers with an error. */
export async function sentTo(ask: (origin: string) => Promise<unknown>): Promise<string> {
  let sent = '';
  const server = createServer((request, response) => {
    sent += `${request.url} ${JSON.stringify(request.headers)}`;
    request.on('data', (part) => (sent += part));
    request.on('end', () => response.writeHead(404).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return sent;
}
