import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from './setup';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
];

/** Loopback only: every other host fails to resolve. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the browser at `executable`; an empty path means playwright's own. */
export const launchBrowser = (executable: string): Promise<Browser> =>
  chromium.launch({
    ...(executable === '' ? {} : { executablePath: executable }),
    args,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

/**
 * The path of a browser that starts, or '' for playwright's own: KEYSTOW_BROWSER, else one of the system's, else
 * playwright's download, else, as root on Debian or Ubuntu, apt's.
 *
 * @throws Error that says what to install
 */
export async function ensureBrowser(): Promise<string> {
  const given = process.env.KEYSTOW_BROWSER;
  if (given !== undefined) {
    if (await starts(given)) return given;
    throw new Error(`KEYSTOW_BROWSER names ${given}, which does not start.`);
  }
  for (const candidate of [...systemBrowsers.filter(existsSync), ''])
    if (await starts(candidate)) return candidate;

  console.log('No browser found. Downloading the one that playwright provides …');
  if (playwright('install', '--only-shell', 'chromium')) {
    if (await starts('')) return '';
    const asRoot = process.getuid?.() === 0;
    if (asRoot && playwright('install-deps', 'chromium') && (await starts(''))) return '';
  }
  if (process.getuid?.() === 0 && isDebian()) {
    console.log('It could not be downloaded. Installing chromium with apt-get …');
    const apt = (...rest: string[]): boolean =>
      run('apt-get', ['-qq', '-o=Dpkg::Use-Pty=0', ...rest], { DEBIAN_FRONTEND: 'noninteractive' });
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) {
      const [debian = ''] = systemBrowsers;
      if (await starts(debian)) return debian;
    }
  }
  throw new Error(
    'No browser: install Chromium or Chrome (Debian: apt-get install chromium), or set KEYSTOW_BROWSER to one.',
  );
}

async function starts(executable: string): Promise<boolean> {
  try {
    await (await launchBrowser(executable)).close();
    return true;
  } catch {
    return false; // not there, or a library is missing: the next one is tried
  }
}

const playwright = (...rest: string[]): boolean =>
  run(process.execPath, [path.join(root, 'node_modules/playwright-core/cli.js'), ...rest], {});

const run = (command: string, rest: readonly string[], env: Record<string, string>): boolean =>
  spawnSync(command, rest, {
    stdio: 'ignore',
    timeout: 300_000,
    env: { ...process.env, ...env },
  }).status === 0;

function isDebian(): boolean {
  try {
    return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false; // no such file: another system
  }
}
