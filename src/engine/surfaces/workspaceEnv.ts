import { baseName, dirName, relativePath } from '../text/path';

/** The env file as a file of VS Code names it: `${workspaceFolder}/.env`. The folder is the one that `.vscode`, or `.cursor`, is in. */
export function workspaceEnv(path: string, envPath: string): string {
  const dir = dirName(path);
  const folder = /^\.(?:vscode|cursor)$/.test(baseName(dir)) ? dirName(dir) : dir;
  return `\${workspaceFolder}/${relativePath(folder, envPath).replace(/^\.\//, '')}`;
}
