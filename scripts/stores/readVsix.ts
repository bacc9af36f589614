import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import type { PackageFiles } from './package';

/** The files of a VSIX, which is a zip file. Throws where it is none, or names a file outside of itself. */
export async function readVsix(file: string): Promise<PackageFiles> {
  const files = new Map<string, Uint8Array>();
  const zip = await openPromise(file);
  for await (const entry of zip.eachEntry())
    if (!entry.fileName.endsWith('/'))
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
