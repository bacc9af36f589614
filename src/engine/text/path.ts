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
