/** Paths inside the engine are relative to the workspace root and use forward slashes: `src/app.ts`. */

/** `src/app.ts` → `app.ts`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `src/app.ts` → `src`; `app.ts` → `''` (the root). */
export const dirName = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** `join('', '.env')` → `.env`; `join('apps/web', '.env')` → `apps/web/.env`. */
export const join = (dir: string, name: string): string => (dir === '' ? name : `${dir}/${name}`);

/** The folder of `path` and each one above it up to the root: `a/b/c.ts` → `a/b`, `a`, `''`. */
export function ancestors(path: string): readonly string[] {
  const dirs: string[] = [];
  for (let dir = dirName(path); ; dir = dirName(dir)) {
    dirs.push(dir);
    if (dir === '') return dirs;
  }
}

/** The extension in lower case with its dot: `App.TSX` → `.tsx`; `.env` → `''`. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** `resolvePath('src/app', '../env')` → `src/env`; undefined where it leads out of the workspace. */
export function resolvePath(dir: string, relative: string): string | undefined {
  const parts = dir === '' ? [] : dir.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** `relativePath('src/app', 'src/env.ts')` → `../env.ts`; `./env.ts` in the same folder. */
export function relativePath(dir: string, path: string): string {
  const from = dir === '' ? [] : dir.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const up = '../'.repeat(from.length - same);
  return (up === '' ? './' : up) + to.slice(same).join('/');
}
