import { scanDocument } from '../../src/engine/index';
import { type PackageFiles, textOf } from './package';

/** All that is published. Nothing gets in by itself. */
const allowed = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^extension\/(?:package\.json|package\.nls(?:\.[\w-]+)?\.json|readme\.md|changelog\.md|license\.txt)$/i,
  /^extension\/dist\/[\w.-]+\.(?:js|wasm)$/,
  /^extension\/dist\/(?:guard\.sh|ThirdPartyNotices\.txt)$/,
  /^extension\/media\/(?:icon\.png|keystow\.schema\.json|walkthrough\/\w+\.md)$/,
];

/** The largest file, the grammar for Julia, has 6.2 MB, and all of it 48 MB. */
const largestFile = 8_000_000;
const largestTotal = 60_000_000;
/** What people load. Both stores take far more. */
const largestPackage = 6 * 1024 * 1024;

/** What is in the package, whatever package.json says: only what runs, no key, no source, and not too much. */
export function* checkContents(files: PackageFiles, packedSize: number): Generator<string> {
  const seen = new Map<string, string>();
  let total = 0;
  for (const [path, bytes] of files) {
    total += bytes.length;
    const same = seen.get(path.toLowerCase());
    if (same !== undefined)
      yield `${path} and ${same} differ in case only, and unpack to one file on some systems: rename one.`;
    seen.set(path.toLowerCase(), path);
    yield* checkName(path);
    if (bytes.length > largestFile)
      yield `${path} has ${bytes.length} bytes, more than ${largestFile}: make it smaller, or leave it out.`;
    if (!/\.(?:wasm|png)$/.test(path)) yield* checkText(path, textOf(files, path) ?? '');
  }
  if (total > largestTotal)
    yield `Unpacked all files have ${total} bytes, more than ${largestTotal}: leave some out in .vscodeignore.`;
  if (packedSize > largestPackage)
    yield `The package has ${packedSize} bytes, more than ${largestPackage}: leave some files out in .vscodeignore.`;
}

function* checkName(path: string): Generator<string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^\.env(?:\.|$)|\.env$/.test(name)) yield `${path} is an env file: keep it out of the package.`;
  else if (name.endsWith('.map'))
    yield `${path} is a source map: build without, or keep it out in .vscodeignore.`;
  else if (!allowed.some((pattern) => pattern.test(path)))
    yield `${path} is not meant to be published: keep it out in .vscodeignore, or allow it in scripts/stores/contents.ts.`;
}

function* checkText(path: string, text: string): Generator<string> {
  if (path.endsWith('.js') && /\/[/*]# sourceMappingURL=/.test(text))
    yield `${path} names a source map: build it without.`;
  for (const { category, rule, range } of scanDocument({ path, text }))
    if (category === 'key')
      yield `${path}:${range.start.line + 1} has a key (${rule}): take it out, and revoke it if it was one.`;
}
