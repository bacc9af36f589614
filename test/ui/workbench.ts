import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type EditorServer, type ServerOptions, startServer } from '../../scripts/host/server';
import { root } from '../../scripts/host/setup';
import { results } from '../../scripts/host/suite';
import { type EditorWindow, openWindow } from '../../scripts/host/window';

const shots = path.join(results, 'ui');

/** VS Code's own themes, and what tells in the page that one is there. */
const themes = {
  dark: ['Default Dark Modern', 'vs-dark'],
  light: ['Default Light Modern', 'vs'],
  'high contrast': ['Default High Contrast', 'hc-black'],
} as const satisfies Record<string, readonly [name: string, mark: string]>;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** VS Code as a person sees and uses it: mouse, keyboard, screenshots. Every wait is bounded by playwright. */
export class Workbench {
  private constructor(
    private readonly server: EditorServer,
    private readonly window: EditorWindow,
    private readonly folder: string | undefined,
  ) {}

  static async open(folder: string | undefined, options: ServerOptions): Promise<Workbench> {
    const server = await startServer(options);
    try {
      const window = await openWindow(process.env.KEYSTOW_BROWSER ?? '', `http://127.0.0.1:${server.port}`);
      const workbench = new Workbench(server, window, folder);
      await window.page.goto(server.address(folder));
      await window.page.locator('.monaco-workbench').waitFor();
      return workbench;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  get page(): Page {
    return this.window.page;
  }

  async close(): Promise<void> {
    await this.window.close();
    await this.server.stop();
  }

  /** Kept in test-results/ui, once what moves has come to rest. */
  async shot(name: string): Promise<void> {
    mkdirSync(shots, { recursive: true });
    await this.page.waitForTimeout(400); // for the picture only: fades and the cursor
    await this.page.screenshot({ path: path.join(shots, `${name}.png`) });
  }

  /** Sets a colour theme in the folder's settings, and what else is given: once the one is there, so is the other. */
  async theme(theme: keyof typeof themes, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    assert.ok(this.folder);
    const [name, mark] = themes[theme];
    const settings = path.join(this.folder, '.vscode');
    mkdirSync(settings, { recursive: true });
    const text = JSON.stringify({ ...more, 'workbench.colorTheme': name });
    writeFileSync(path.join(settings, 'settings.json'), text);
    await this.page.locator(`.monaco-workbench.${mark}`).waitFor();
  }

  /** The same picture in dark, light and high contrast, in a folder that has no settings of its own before and after. */
  async shots(name: string): Promise<void> {
    assert.ok(this.folder && !existsSync(path.join(this.folder, '.vscode')));
    for (const theme of ['dark', 'light', 'high contrast'] as const) {
      await this.theme(theme);
      await this.shot(theme === 'dark' ? name : `${name}, ${theme}`);
    }
    rmSync(path.join(this.folder, '.vscode'), { recursive: true });
  }

  /** A double click in the explorer. */
  async openFile(...parts: readonly string[]): Promise<void> {
    for (const [index, part] of parts.entries()) {
      const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: part }).first();
      await row.waitFor();
      const isFolder = index < parts.length - 1;
      if (!isFolder) await row.dblclick();
      else {
        // A click on a tree that is just being laid out anew selects and does not expand.
        for (let tries = 0; tries < 5 && (await row.getAttribute('aria-expanded')) === 'false'; tries++) {
          await row.click();
          await this.page.waitForTimeout(300);
        }
      }
    }
    await this.page.locator('.tab.active', { hasText: parts.at(-1) ?? '' }).waitFor();
  }

  /** Runs a command from the palette; asked for again where the extension is not there yet. */
  async command(title: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first();
    for (let tries = 0; tries < 5; tries++) {
      await this.page.keyboard.press('F1');
      const input = this.page.locator('.quick-input-widget input').first();
      // A list that is just being closed takes the palette with it.
      const soon = { timeout: 4000 };
      const isRun =
        (await appears(input)) &&
        (await isDone(input.fill(`>${title}`, soon))) &&
        (await appears(row)) &&
        (await isDone(row.click(soon)));
      if (isRun) return;
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`no command ${title}`);
  }

  /** The middle of the first element: text lies over squiggles, so that they are reached by place only. */
  async middleOf(selector: string): Promise<Place> {
    const handle = await this.page.waitForFunction<Place>(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
      return box?.width ? { x: box.x + Math.min(box.width / 2, 120), y: box.y + box.height / 2 } : undefined;
    })()`);
    const place = await handle.jsonValue();
    assert.ok(place);
    return place;
  }

  /** Drops a text as if it came from another program: events made in the page reach no provider. */
  async dropText(text: string, { x, y }: Place): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [{ mimeType: 'text/plain', data: text }], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x, y, data });
    await session.detach();
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.middleOf(selector);
    await this.page.mouse.click(x, y);
  }

  /** Moves the mouse over the first squiggle and gives the hover's text; again where a text that is laid out anew has closed it. */
  async hoverOver(selector: string, wanted = /keystow/): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible', { hasText: wanted }).first();
    for (let tries = 0; tries < 5; tries++) {
      const { x, y } = await this.middleOf(selector);
      await this.page.mouse.move(x, y + 40);
      await this.page.mouse.move(x, y, { steps: 4 });
      if (await appears(hover)) return hover.innerText();
    }
    throw new Error('no hover');
  }

  /**
   * The quick fix menu of a place, once it offers this. Asked for again where a language server that is just starting
   * has closed it or lets everybody wait, and where the text was laid out anew between the look and the click.
   */
  async quickFixes(wanted: string, at?: Locator): Promise<Locator> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    for (let tries = 0; tries < 12; tries++) {
      // By place: a click on the element itself scrolls it first, under lines that stick to the top.
      const box = await at?.boundingBox();
      if (box) await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await this.page.keyboard.press('Control+.');
      if (await appears(rows.filter({ hasText: wanted }).first())) return rows;
      if (await rows.first().isVisible()) await this.page.keyboard.press('Escape');
    }
    throw new Error(`no quick fix "${wanted}"`);
  }

  /** Does something until an element has come or gone; again where the editor was busy with what came before. */
  async until(element: Locator, state: 'visible' | 'detached', act: () => Promise<void>): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await act();
      if (await isDone(element.waitFor({ state, timeout: 4000 }))) return;
    }
    throw new Error(`not ${state}; the editor says: ${await this.toasts()}`);
  }

  /** The messages that the editor shows by itself just now. */
  toasts(): Promise<string> {
    return this.page.locator('.notifications-toasts').innerText();
  }

  /** The editor's visible text. */
  async text(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-lines').first().innerText();
    return lines.replaceAll('\u00a0', ' ');
  }

  /** Waits until the editor shows a text. */
  async untilShown(part: string): Promise<void> {
    await this.page.locator('.view-line', { hasText: part }).first().waitFor();
  }

  async untilNo(selector: string): Promise<void> {
    await this.page.waitForFunction(`document.querySelector(${JSON.stringify(selector)}) === null`);
  }

  /** The messages behind the bell, once one is as wanted: toasts do not stay. */
  async notifications(wanted: RegExp): Promise<string> {
    await this.command('Notifications: Show Notifications');
    const center = this.page.locator('.notifications-center', { hasText: wanted });
    await center.waitFor();
    return center.innerText();
  }

  /** Everything that is on the screen as text. */
  everything(): Promise<string> {
    return this.page.locator('body').innerText();
  }
}

/** Whether something was done; false where it took too long. */
const isDone = (action: Promise<void>): Promise<boolean> =>
  action.then(
    () => true,
    () => false,
  );

const appears = (element: Locator): Promise<boolean> => isDone(element.waitFor({ timeout: 4000 }));

/** The packaged extension, as a user installs it. */
export function packaged(): string {
  const file = path.join(results, 'keystow.vsix');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/package.ts', file],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  assert.equal(status, 0, stderr);
  return file;
}

/** Waits for what is saved in the background. */
export async function untilDisk(condition: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!condition()) {
    assert.ok(Date.now() < end, `not on disk in time: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
