// `npm run soak`: what a long day leaves behind in the extension host; `KEYSTOW_CYCLES=200` for a short one.
import { ensureBrowser } from './host/browser';
import { ensureWebHost } from './host/setup';
import { runInWebHost } from './host/suite';

async function main(): Promise<void> {
  ensureWebHost();
  const suite = { name: 'soak', folders: ['soak'], host: 'node', withFolder: true } as const;
  const { failed } = await runInWebHost(suite, await ensureBrowser());
  process.exit(failed === 0 ? 0 : 1);
}

void main();
