import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';

/** A browser with one page, of the size in which the pictures are taken. */
export interface EditorWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** `origin` may use the clipboard, as an editor does. */
export async function openWindow(executable: string, origin: string): Promise<EditorWindow> {
  const browser = await launchBrowser(executable);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(90_000); // a limit for what hangs: a busy machine takes its time
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  return { page: await context.newPage(), context, close: () => browser.close() };
}
