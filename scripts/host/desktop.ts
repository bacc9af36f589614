import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './setup';

const home = os.homedir();
const local = process.env.LOCALAPPDATA ?? path.join(home, 'AppData/Local');
const programs = process.env.ProgramFiles ?? 'C:/Program Files';

/** Where VS Code's own installers put it; read 2026-11-24 from https://code.visualstudio.com/docs/setup/setup-overview and its pages. */
const usual: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications', path.join(home, 'Applications')].flatMap((folder) =>
    ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].map((app) =>
      path.join(folder, `${app}.app/Contents/MacOS/Electron`),
    ),
  ),
  win32: [
    path.join(local, 'Programs/Microsoft VS Code/Code.exe'),
    path.join(programs, 'Microsoft VS Code/Code.exe'),
    path.join(local, 'Programs/VSCodium/VSCodium.exe'),
  ],
  linux: ['/usr/share/code/code', '/snap/bin/code', '/usr/share/codium/codium'],
};

/** The desktop VS Code of this machine: VSCODE_EXECUTABLE, one on the PATH, one in a usual place; undefined where none is. */
export function findDesktop(): string | undefined {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given !== undefined) return given;
  const onPath =
    process.platform === 'win32'
      ? [] // what is on the PATH there is a batch file, which needs a shell
      : (process.env.PATH ?? '')
          .split(path.delimiter)
          .flatMap((folder) => ['code', 'codium'].map((name) => path.join(folder, name)));
  return [...onPath, ...(usual[process.platform] ?? [])].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false; // not there, or not for us
  }
}

/** Opens a folder in a new window with the extension of this work tree. Resolves once it is on its way. */
export function openDesktop(executable: string, folder: string, trusted: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const trust = trusted ? ['--disable-workspace-trust'] : [];
    const child = spawn(
      executable,
      [`--extensionDevelopmentPath=${root}`, '--new-window', ...trust, folder],
      {
        stdio: 'ignore',
        detached: true,
      },
    );
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
