/** The files of a VSIX by their path in it, such as `extension/package.json`. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What is read of package.json; nothing of it is taken for granted. */
export interface Manifest {
  readonly name?: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly license?: string;
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  readonly icon?: string;
  readonly main?: string;
  readonly browser?: string;
  readonly pricing?: string;
  readonly qna?: string | boolean;
  readonly markdown?: string;
  readonly preview?: boolean;
  readonly homepage?: string;
  readonly repository?: { readonly url?: string };
  readonly bugs?: { readonly url?: string };
  readonly galleryBanner?: { readonly color?: string; readonly theme?: string };
  readonly badges?: readonly { readonly url: string }[];
  readonly activationEvents?: readonly string[];
  readonly enableProposedApi?: boolean;
  readonly enabledApiProposals?: readonly string[];
  readonly engines?: { readonly vscode?: string };
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly contributes?: Readonly<Record<string, unknown>>;
}

export const manifestPath = 'extension/package.json';

/** A file as text; nothing where the package has none. Names of Markdown and licence files differ in case only. */
export function textOf(files: PackageFiles, path: string): string | undefined {
  const found = pathOf(files, path);
  return found === undefined ? undefined : new TextDecoder().decode(files.get(found));
}

/** The path as the package spells it. */
export const pathOf = (files: PackageFiles, path: string): string | undefined =>
  files.has(path) ? path : [...files.keys()].find((one) => one.toLowerCase() === path.toLowerCase());

/** A minor version that is odd is a pre-release: the stores have no other kind, and VS Code's own advice is this one. */
export const isPreRelease = (version: string): boolean => Number(version.split('.')[1]) % 2 === 1;

/** Whether something is an address that starts with `https:`. */
export const isHttps = (address: unknown): boolean =>
  typeof address === 'string' && URL.canParse(address) && new URL(address).protocol === 'https:';
