/** A package of which something is bundled. */
export interface BundledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string;
  /** `source` is a range of versions or an address with a commit: `^0.25.0`, `https://github.com/owner/name#commit`. */
  readonly grammars: readonly { readonly name: string; readonly source?: string }[];
}
export function packagesIn(files: readonly string[]): readonly BundledPackage[];
export function notices(packages: readonly BundledPackage[]): string;
