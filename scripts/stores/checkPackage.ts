import { checkContents } from './contents';
import { checkManifest } from './manifest';
import { checkNamedFiles } from './namedFiles';
import { type Manifest, manifestPath, type PackageFiles, textOf } from './package';
import { checkPages } from './pages';
import { checkVsixManifest } from './vsixManifest';

/**
 * What the Marketplace, Open VSX or we ourselves would refuse a package for; each a sentence that says what to do. Pure.
 * `packedSize` is that of the VSIX in bytes, `bundled` what the bill of materials lists, such as `diff 9.0.0`.
 */
export function checkPackage(
  files: PackageFiles,
  packedSize: number,
  bundled: readonly string[],
): readonly string[] {
  const text = textOf(files, manifestPath);
  if (text === undefined) return [`${manifestPath} is missing: package with vsce.`];
  const manifest = JSON.parse(text) as Manifest;
  return [
    ...checkManifest(manifest),
    ...checkPages(files, manifest),
    ...checkNamedFiles(files, manifest),
    ...checkContents(files, packedSize),
    ...checkVsixManifest(files, manifest),
    ...checkNotices(files, bundled),
  ];
}

/** The notices go along with what they are for. */
function* checkNotices(files: PackageFiles, bundled: readonly string[]): Generator<string> {
  const path = 'extension/dist/ThirdPartyNotices.txt';
  const noticed = (textOf(files, path) ?? '')
    .split(`\n${'-'.repeat(80)}\n\n`)
    .map((one) => one.split('\n')[0] ?? '');
  for (const one of bundled)
    if (!noticed.includes(one)) yield `${path} has no notice of ${one}, which is bundled: build anew.`;
  for (const one of noticed)
    if (!bundled.includes(one))
      yield `${path} has a notice of "${one}", which the bill of materials lacks: build anew.`;
}
