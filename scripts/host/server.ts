import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { webHost } from './setup';

/** VS Code's server on loopback, with a profile of its own that goes when it stops. */
export interface EditorServer {
  readonly port: number;
  /** Of the profile; removed by `stop`. */
  readonly dir: string;
  readonly process: ChildProcess;
  /** The address that opens a folder; without one, an empty window. */
  address(folder: string | undefined, payload?: readonly (readonly [string, string])[]): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Asked of whoever opens the page; without one anybody on this machine may (for tests). */
  readonly token?: string;
  /** An extension to install: the path of a VSIX. */
  readonly vsix?: string;
  /** The extension and its tests are named by the page's address, which a built VS Code allows only then. */
  readonly tests?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the user's home folder, for their git and shell configuration. */
  readonly userHome?: boolean;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Of the environment only what does not steer VS Code, Node or npm. */
const cleanEnvironment = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name)),
  );

/** @throws Error where it does not start within a minute */
export async function startServer(options: ServerOptions): Promise<EditorServer> {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keystow-host-')));
  const folder = (name: string): string => {
    const made = path.join(dir, name);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const settings = JSON.stringify({ ...quietSettings, ...options.settings });
  writeFileSync(path.join(folder('profile/data/User'), 'settings.json'), settings);
  const common = ['--accept-server-license-terms', '--server-data-dir', path.join(dir, 'profile')];
  const env = {
    ...cleanEnvironment(),
    TMPDIR: folder('tmp'),
    // else it asks a marketplace
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', controlUrl: '' }),
    ...(options.userHome === true
      ? {}
      : { HOME: folder('home'), XDG_CONFIG_HOME: folder('config'), XDG_DATA_HOME: folder('data') }),
    ...options.env,
  };
  const remove = (): void => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    if (options.vsix !== undefined) {
      const { status, stderr } = spawnSync(
        webHost.node,
        [webHost.entry, ...common, '--install-extension', options.vsix],
        { env, encoding: 'utf8', timeout: 60_000 },
      );
      if (status !== 0) throw new Error(`The extension could not be installed.\n${stderr}`);
    }
    const access =
      options.token === undefined ? ['--without-connection-token'] : [`--connection-token=${options.token}`];
    const driver = options.tests === true ? ['--enable-smoke-test-driver'] : [];
    const child = spawn(
      webHost.node,
      [webHost.entry, ...common, ...access, ...driver, '--host', '127.0.0.1', '--port', '0'],
      { cwd: dir, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env },
    );
    const stop = async (): Promise<void> => {
      await stopGroup(child);
      remove();
    };
    const port = await portOf(child).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    const address = (
      opened: string | undefined,
      payload: readonly (readonly [string, string])[] = [],
    ): string => {
      const url = new URL(`http://127.0.0.1:${port}/`);
      if (options.token !== undefined) url.searchParams.set('tkn', options.token);
      if (opened === undefined) url.searchParams.set('ew', 'true');
      else url.searchParams.set('folder', opened);
      if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
      return url.href;
    };
    return { port, dir, process: child, address, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`VS Code did not start within a minute.\n${said}`)),
      60_000,
    );
    const read = (part: Buffer): void => {
      said += part;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended with ${code}.\n${said}`));
    });
  });
}

/** Ends a process and everything it started, by its process group. */
async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-pid, name);
    } catch {
      // it has ended already
    }
  };
  signal('SIGTERM');
  const timer = setTimeout(() => signal('SIGKILL'), 5000);
  await gone;
  clearTimeout(timer);
}
